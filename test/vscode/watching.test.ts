import assert from 'node:assert/strict';
import { cpSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { settings } from '../../src/names.ts';
import {
  activated,
  childLabels,
  eventually,
  findNode,
  neuronUri,
  samples,
} from './support/editor.ts';

const good = () => neuronUri('5', '131.jsonl').fsPath;
const directoryLabels = ({ directories }: Parts) => directories.all.map(({ label }) => label);

/** Resolves when the view has had no event for longer than changes are delayed. */
async function quiet({ tree }: Parts): Promise<void> {
  let last = Date.now();
  const listener = tree.onDidChangeTreeData(() => (last = Date.now()));
  await eventually('the view is told of nothing', () => Date.now() - last > 1500);
  listener.dispose();
}

describe('files that are created, changed and deleted', () => {
  let parts: Parts;
  before(async () => (parts = await activated()));
  afterEach(() => parts.choices.setFilter(''));

  it('shows a new neuron, and removes it again', async () => {
    await childLabels(parts, 'explanations', 'Layer 5');
    const path = neuronUri('5', '6001.jsonl').fsPath;
    const isListed = async () =>
      (await childLabels(parts, 'explanations', 'Layer 5')).includes('6001');
    cpSync(good(), path);
    await eventually('the neuron is listed', isListed);
    rmSync(path);
    await eventually('the neuron is not listed', async () => !(await isListed()));
  });

  it('shows a new layer, and removes it again', async () => {
    await childLabels(parts, 'explanations');
    const path = neuronUri('21').fsPath;
    const isListed = async () => (await childLabels(parts, 'explanations')).includes('Layer 21');
    mkdirSync(path);
    cpSync(good(), join(path, '1.jsonl'));
    await eventually('the layer is listed', isListed);
    rmSync(path, { recursive: true });
    await eventually('the layer is not listed', async () => !(await isListed()));
  });

  it('describes a changed neuron by its new content', async () => {
    const uri = neuronUri('5', '742.jsonl');
    const node = await findNode(parts, 'explanations', 'Layer 5', '742');
    const description = () => String(parts.tree.getTreeItem(node).description);
    await eventually('it is read', () => /names of months/.test(description()));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    writeFileSync(
      uri.fsPath,
      text.replace(/"explanation":\s*"[^"]*"/, '"explanation":" another text"'),
    );
    await eventually('it is read again', () => /another text/.test(description()));
    writeFileSync(uri.fsPath, 'no neuron');
    await eventually('it is read again', () => /invalid JSON/.test(description()));
    writeFileSync(uri.fsPath, text);
    await eventually('it is as it was', () => /names of months/.test(description()));
  });

  it('finds what was modified in the last hour', async () => {
    const path = neuronUri('5', '6003.jsonl').fsPath;
    const twoDaysAgo = Date.now() / 1000 - 172_800;
    const made = join(samples().fsPath, 'made.jsonl');
    cpSync(good(), made);
    utimesSync(made, twoDaysAgo, twoDaysAgo);
    const isListed = async () =>
      (await childLabels(parts, 'explanations', 'Layer 5')).includes('6003');
    renameSync(made, path);
    const { catalog } = parts.directories.at(neuronUri());
    await eventually('its time is known', () => {
      const id = catalog.find('5/6003.jsonl');
      return id !== undefined && catalog.modified(id) > 0;
    });
    await parts.choices.setFilter('modified:>1d');
    assert.ok(await isListed());
    await parts.choices.setFilter('modified:<1h');
    assert.ok(!(await isListed()));
    cpSync(good(), path);
    await eventually('the changed file is listed', isListed);
    await parts.choices.setFilter('');
    rmSync(path);
    await eventually('the neuron is not listed', async () => !(await isListed()));
  });

  it('notifies the view of changes only', async () => {
    await quiet(parts);
    const changed: string[] = [];
    const listener = parts.tree.onDidChangeTreeData((nodes) => {
      // Neurons whose rows are read meanwhile are drawn anew one by one.
      const list = [nodes ?? []].flat().filter(({ kind }) => kind !== 'neuron');
      const names = list.map((node) => (node.kind === 'layer' ? node.layer.key : node.kind));
      changed.push(...(nodes === undefined ? ['everything'] : names));
    });
    const path = neuronUri('11', '6002.jsonl').fsPath;
    cpSync(good(), path);
    await eventually('the layer is told of', () => changed.includes('11'));
    listener.dispose();
    rmSync(path);
    // The directory's row says how many neurons it has.
    assert.deepEqual(new Set([...changed, 'directory']), new Set(['11', 'directory']));
  });

  it('finds a new directory, and removes a deleted one', async () => {
    const from = samples().fsPath;
    const made = join(from, 'runs', 'second', 'explanations');
    const isListed = () => directoryLabels(parts).includes('runs/second/explanations');
    mkdirSync(join(made, '3'), { recursive: true });
    cpSync(good(), join(made, '3', '7.jsonl'));
    await eventually('the directory is found', isListed);
    const moved = join(from, 'runs', 'third');
    renameSync(dirname(made), moved);
    await eventually('it is found where it is now', () => {
      return directoryLabels(parts).includes('runs/third/explanations') && !isListed();
    });
    rmSync(join(from, 'runs'), { recursive: true });
    await eventually('it is gone', () => !directoryLabels(parts).some((l) => l.startsWith('runs')));
  });

  it('shows the directories of the setting', async () => {
    const configuration = () => vscode.workspace.getConfiguration(settings.section);
    const nested = neuronUri().fsPath;
    const empty = join(samples().fsPath, 'empty');
    mkdirSync(empty);
    await configuration().update(
      settings.directories,
      [empty, nested],
      vscode.ConfigurationTarget.Workspace,
    );
    await eventually('both are there, the one found already once', () => {
      const known = parts.directories.all.map(({ directory }) => directory.path);
      return known.includes(empty) && known.filter((path) => path === nested).length === 1;
    });
    assert.deepEqual(await childLabels(parts, 'empty'), ['No layers in this directory']);
    await configuration().update(
      settings.directories,
      undefined,
      vscode.ConfigurationTarget.Workspace,
    );
    await eventually('they are gone', () =>
      directoryLabels(parts).every((label) => label !== 'empty'),
    );
    rmSync(empty, { recursive: true });
  });
});
