import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  neuronUri,
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

  it('are copied, and open what they were copied from', async () => {
    const node = await findNode(parts, 'explanations', 'Layer 5', '131');
    await vscode.commands.executeCommand(commands.copyLink, node);
    const link = vscode.Uri.parse(await vscode.env.clipboard.readText(), true);
    assert.equal(link.authority, extensionId);
    assert.equal(link.scheme, vscode.env.uriScheme);
    await parts.links.handleUri(link);
    await eventually('the neuron is open', () => tabs().some(({ label }) => label === '5:131'));
  });

  it('open nothing that is no neuron’s file', async () => {
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

  it('add no directory that nobody agreed to', async () => {
    const known = parts.directories.all.length;
    const asked = parts.links.handleUri(linkTo('file:///nowhere/explanations/5/131.jsonl'));
    // Under test VS Code refuses to show a question in front of everything, and quotes it.
    await assert.rejects(Promise.resolve(asked), /asks to open neuron 5:131/);
    assert.equal(parts.directories.all.length, known);
    assert.deepEqual(tabs(), []);
  });

  it('do not even ask for places of other hosts', async () => {
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
