import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import type { NeuronNode } from '../../src/sidebar/nodes.ts';
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

// Microsoft's extension for Azure has its account there.
describe('a virtual file system with a query in its URIs', () => {
  const files = new MemoryFileSystem('queried');
  const root = vscode.Uri.parse('queried:/run?account=one&key=a/b');
  const content = readFileSync(neuronUri('5', '131.jsonl').fsPath);
  let parts: Parts;

  const known = () =>
    parts.directories.all.find(({ directory }) => directory.uri.startsWith('queried:'));

  before(async () => {
    parts = await activated();
    files.query = root.query;
    files.register();
    files.write('/run/explanations/7/5.jsonl', content);
    const notes = { version: 1, neurons: { 'explanations/7/5.jsonl': { starred: true } } };
    files.write('/run/.vscode/neuron-notes.json', new TextEncoder().encode(JSON.stringify(notes)));
    const { workspaceFolders = [], updateWorkspaceFolders } = vscode.workspace;
    updateWorkspaceFolders(workspaceFolders.length, 0, { uri: root, name: 'queried' });
    await eventually('its directory is there', known);
  });
  after(async () => {
    await closeEverything();
    const at = vscode.workspace.workspaceFolders!.findIndex(({ name }) => name === 'queried');
    vscode.workspace.updateWorkspaceFolders(at, 1);
    await eventually('it is gone', () => known() === undefined);
    files.dispose();
  });

  async function neuron(): Promise<NeuronNode> {
    const nodes = await parts.tree.getChildren();
    const node = nodes.find((each) => each.kind === 'directory' && each.known === known());
    const [layer] = await parts.tree.getChildren(node);
    const [found] = await parts.tree.getChildren(layer);
    assert.ok(found?.kind === 'neuron');
    return found;
  }

  it('keeps it in the tree', async () => {
    const { query, path } = vscode.Uri.parse(known()!.directory.uri);
    assert.deepEqual([query, path], [root.query, '/run/explanations']);
    const node = await neuron();
    await eventually('the row is read', () => parts.tree.getTreeItem(node).description);
    assert.match(String(parts.tree.getTreeItem(node).description), /members of a family/);
  });

  it('keeps it when a neuron and its JSON are opened', async () => {
    const node = await neuron();
    await vscode.commands.executeCommand(commands.openNeuron, node);
    await eventually('it is open', () => tabs().some(({ label }) => label === '7:5'));
    await vscode.commands.executeCommand(commands.openJson, node);
    const document = await eventually(
      'its JSON is open',
      () => vscode.window.activeTextEditor?.document,
    );
    assert.deepEqual(
      [document.uri.query, document.uri.path, document.getText()],
      [root.query, '/run/explanations/7/5.jsonl', content.toString()],
    );
  });

  it('finds the notes of its folder', async () => {
    const node = await neuron();
    await eventually('the note is read', () => parts.notes.of(node.neuron).starred);
    const { directory } = known()!;
    await eventually('the directory has it', () => directory.notes.find('7/5.jsonl')?.starred);
  });
});
