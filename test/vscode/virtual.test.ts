import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { MemoryFileSystem } from './support/memoryFileSystem.ts';
import { activated, closeEverything, eventually, neuronUri, tabs } from './support/editor.ts';

describe('a virtual file system', () => {
  const files = new MemoryFileSystem('memory');
  let parts: Parts;

  before(async () => {
    parts = await activated();
    files.register();
    const content = readFileSync(neuronUri('5', '131.jsonl').fsPath);
    files.write('/run/explanations/007/5.jsonl', content);
    files.write('/run/explanations/12/40.jsonl', content);
  });
  after(async () => {
    await closeEverything();
    files.dispose();
  });

  it('works like the disk for browsing, reading and opening', async () => {
    const uri = vscode.Uri.parse('memory:/run');
    await vscode.commands.executeCommand(commands.addDirectory, uri);
    const known = await eventually('the directory below is there', () =>
      parts.directories.all.find(({ directory }) => directory.uri.startsWith('memory:')),
    );
    assert.equal(known.directory.uri, 'memory:/run/explanations');
    const node = (await parts.tree.getChildren()).find(
      (each) => each.kind === 'directory' && each.known === known,
    );
    const layers = await parts.tree.getChildren(node);
    assert.deepEqual(
      layers.map((layer) => parts.tree.getTreeItem(layer).label),
      ['Layer 7', 'Layer 12'],
    );
    const [neuron] = await parts.tree.getChildren(layers[0]);
    await eventually('the row is read', () => parts.tree.getTreeItem(neuron!).description);
    assert.match(String(parts.tree.getTreeItem(neuron!).description), /members of a family/);
    await vscode.commands.executeCommand(commands.openNeuron, neuron);
    await eventually('it is open', () => tabs().some(({ label }) => label === '7:5'));
    await vscode.commands.executeCommand(commands.removeDirectory, node);
    await eventually('it is gone', () => parts.directories.all.every((k) => k !== known));
  });
});
