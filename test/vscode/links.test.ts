import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  neuronUri,
  samples,
  tabs,
} from './support/editor.ts';

const extensionId = 'neuron-explanations.neuron-explanations';

describe('links to neurons', () => {
  let parts: Parts;
  before(async () => (parts = await activated()));
  beforeEach(closeEverything);
  after(closeEverything);

  const linkTo = (file: string) =>
    vscode.Uri.parse(
      `${vscode.env.uriScheme}://${extensionId}/neuron?file=${encodeURIComponent(file)}`,
    );

  const below = (folder: string, path: string) =>
    vscode.Uri.parse(
      `${vscode.env.uriScheme}://${extensionId}/neuron?folder=${folder}&path=${path}`,
    );
  const isOpen = () =>
    eventually('the neuron is open', () => tabs().some(({ label }) => label === '5:131'));

  it('open the neuron that they were copied from', async () => {
    const node = await findNode(parts, 'explanations', 'Layer 5', '131');
    await vscode.commands.executeCommand(commands.copyLink, node);
    const link = vscode.Uri.parse(await vscode.env.clipboard.readText(), true);
    assert.equal(link.authority, extensionId);
    assert.equal(link.scheme, vscode.env.uriScheme);
    await parts.links.handleUri(link);
    await isOpen();
  });

  it('contain the path below the workspace folder', async () => {
    const node = await findNode(parts, 'explanations', 'Layer 5', '131');
    await vscode.commands.executeCommand(commands.copyLink, node);
    const link = await vscode.env.clipboard.readText();
    assert.equal(link.split('?')[1], 'folder=samples&path=explanations/5/131.jsonl');
    assert.ok(!link.includes(encodeURIComponent(samples().fsPath)) && !/file/.test(link), link);
  });

  it('with an absolute path still open', async () => {
    await parts.links.handleUri(linkTo(neuronUri('5', '131.jsonl').toString()));
    await isOpen();
  });

  it('open in a folder of another name only if the user agrees', async () => {
    const asked = parts.links.handleUri(below('elsewhere', 'explanations/5/131.jsonl'));
    await eventually('it asks', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return tabs().length > 0;
    });
    await asked;
    await isOpen();
    await closeEverything();
    const again = parts.links.handleUri(below('elsewhere', 'explanations/5/131.jsonl'));
    let over = false;
    void again.then(() => (over = true));
    await eventually('it lets go', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.deepEqual(tabs(), []);
  });

  it('open nothing if no folder has the file', async () => {
    await parts.links.handleUri(below('samples', 'explanations/5/99999.jsonl'));
    await parts.links.handleUri(below('elsewhere', 'nothing/5/131.jsonl'));
    assert.deepEqual(tabs(), []);
  });

  it('cannot leave a folder by their path', async () => {
    for (const path of [
      '../samples/explanations/5/131.jsonl',
      'explanations/../explanations/5/131.jsonl',
      samples().fsPath + '/explanations/5/131.jsonl',
      '//server/share/5/131.jsonl',
    ])
      await parts.links.handleUri(below('samples', path));
    assert.deepEqual(tabs(), []);
  });

  it('ask before they add a directory that is in an open folder', async () => {
    const deep = vscode.Uri.joinPath(samples(), 'a/b/c/d/e/f');
    mkdirSync(join(deep.fsPath, '5'), { recursive: true });
    cpSync(neuronUri('5', '131.jsonl').fsPath, join(deep.fsPath, '5', '131.jsonl'));
    const known = parts.directories.all.length;
    const asked = parts.links.handleUri(below('samples', 'a/b/c/d/e/f/5/131.jsonl'));
    await assert.rejects(Promise.resolve(asked), /This link opens neuron 5:131/);
    assert.equal(parts.directories.all.length, known);
    rmSync(join(samples().fsPath, 'a'), { recursive: true });
  });

  it('to the sample contain no path of this machine', async () => {
    const sample = parts.directories.at(vscode.Uri.parse(parts.directories.sample));
    await vscode.commands.executeCommand(commands.copyLink, sample.refTo('5/131.jsonl'));
    const link = vscode.Uri.parse(await vscode.env.clipboard.readText(), true);
    assert.equal(link.query, 'sample=5/131.jsonl');
    await assert.rejects(Promise.resolve(parts.links.handleUri(link)), /opens neuron 5:131/);
  });

  it('only open neuron files', async () => {
    const files = [
      '',
      neuronUri('5', '131.json').toString(),
      `${neuronUri('5').toString()}/../../5/131.jsonl`,
      'command:workbench.action.quit',
    ];
    for (const file of files) await parts.links.handleUri(linkTo(file));
    await parts.links.handleUri(
      linkTo(neuronUri('5', '131.jsonl').toString()).with({ path: '/x' }),
    );
    assert.deepEqual(tabs(), []);
  });

  it('add no directory without consent', async () => {
    const known = parts.directories.all.length;
    const asked = parts.links.handleUri(linkTo('file:///nowhere/explanations/5/131.jsonl'));
    // Under test VS Code refuses to show a question in front of everything, and quotes it.
    await assert.rejects(Promise.resolve(asked), /This link opens neuron 5:131/);
    assert.equal(parts.directories.all.length, known);
    assert.deepEqual(tabs(), []);
  });

  it('do not even ask for URIs of other hosts', async () => {
    for (const file of [
      'file://server/share/5/131.jsonl',
      'file:////server/share/5/131.jsonl',
      'https://example.org/5/131.jsonl',
      'vscode-vfs://github/a/b/5/131.jsonl',
    ]) {
      await parts.links.handleUri(linkTo(file));
    }
    assert.deepEqual(tabs(), []);
  });
});
