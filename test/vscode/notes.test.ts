import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { neuronId } from '../../src/catalog/rows/explanationDirectory.ts';
import { isNoted } from '../../src/catalog/rows/neuronNotes.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { markDecorations } from '../../src/sidebar/marks.ts';
import type { NeuronNode } from '../../src/sidebar/nodes.ts';
import { activated, closeEverything, eventually, findNode, samples } from './support/editor.ts';

const { fs } = vscode.workspace;
const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

describe('notes on neurons', () => {
  const uri = vscode.Uri.joinPath(samples(), '.vscode', 'neuron-notes.json');
  const path = 'explanations/5/131.jsonl';
  let parts: Parts;
  let node: NeuronNode;

  const text = async () => new TextDecoder().decode(await fs.readFile(uri));
  const write = (content: string) => fs.writeFile(uri, new TextEncoder().encode(content));
  const remove = () => fs.delete(uri).then(undefined, () => undefined);
  const noted = () => parts.notes.of(node.neuron);
  /** The marks at the right edge of the row. */
  const badge = () => {
    const { resourceUri } = parts.tree.getTreeItem(node);
    const { token } = new vscode.CancellationTokenSource();
    const decoration = resourceUri && markDecorations.provideFileDecoration(resourceUri, token);
    return (decoration as vscode.FileDecoration | undefined)?.badge;
  };
  const draws = (what: string, expected: string | undefined) =>
    eventually(what, () => badge() === expected);

  before(async () => {
    parts = await activated();
    const found = await findNode(parts, 'explanations', 'Layer 5', '131');
    assert.ok(found.kind === 'neuron');
    node = found;
    await eventually('the row is read', () => parts.tree.getTreeItem(node).description);
  });
  beforeEach(async () => {
    // Of a file that was made and goes at once, the watcher tells nothing.
    await write('{}');
    await eventually('nothing is noted', () => !isNoted(noted()));
  });
  after(async () => {
    await parts.choices.setFilter('');
    // Nor of one that was replaced and goes at once: what is noted in it would stay.
    await write('{}');
    await eventually('nothing is noted', () => !isNoted(noted()));
    await remove();
    await closeEverything();
  });

  it('are saved in a file of the workspace folder, by the neuron’s relative path', async () => {
    await run(commands.star, node);
    await run(commands.setVerdict, node, 'partly');
    assert.deepEqual(JSON.parse(await text()), {
      version: 1,
      neurons: { [path]: { starred: true, verdict: 'partly' } },
    });
    const folder = vscode.Uri.joinPath(samples(), '.vscode');
    const names = (await fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.startsWith('neuron-notes')),
      ['neuron-notes.json'],
    );
    await run(commands.unstar, node);
    await run(commands.setVerdict, node, null);
    assert.deepEqual(JSON.parse(await text()), { version: 1, neurons: {} });
  });

  it('are shown in the tree, and in its tooltip', async () => {
    await run(commands.star, node);
    await run(commands.setVerdict, node, 'wrong');
    const item = parts.tree.getTreeItem(node);
    assert.equal(badge(), '✗★');
    assert.match(item.accessibilityInformation?.label ?? '', /verdict: Wrong/);
    assert.equal(item.contextValue, 'neuron.starred');
    assert.match(item.accessibilityInformation?.label ?? '', /starred/);
    const { tooltip } = parts.tree.resolveTreeItem(item, node);
    assert.match((tooltip as vscode.MarkdownString).value.replaceAll('&nbsp;', ' '), /Wrong/);
    await run(commands.unstar, node);
    assert.equal(badge(), '✗');
    await run(commands.setVerdict, node, null);
    assert.equal(parts.tree.getTreeItem(node).resourceUri, undefined);
  });

  it('change for all selected rows, each once', async () => {
    const layer = await findNode(parts, 'explanations', 'Layer 5');
    const [first, second, third] = await parts.tree.getChildren(layer);
    const selected = [first, second, second, layer];
    await run(commands.star, first, selected);
    const starred = async () =>
      Object.keys((JSON.parse(await text()) as { neurons: object }).neurons).length;
    assert.equal(await starred(), 2);
    await run(commands.copyNeuronId, first, selected);
    assert.equal(await vscode.env.clipboard.readText(), '5:17\n5:131');
    await run(commands.unstar, first, selected);
    assert.equal(await starred(), 0);
    // A row that is not selected takes the command alone.
    await run(commands.star, third);
    assert.equal(await starred(), 1);
  });

  it('follow changes of the file by others', async () => {
    await write(JSON.stringify({ neurons: { [path]: { starred: true } } }));
    await draws('the star is there', '★');
    await remove();
    await draws('the star is gone', undefined);
  });

  it('filter the tree, before and after they change', async () => {
    await run(commands.star, node);
    await parts.choices.setFilter('is:starred');
    const neurons = async () => {
      const layer = await findNode(parts, 'explanations', 'Layer 5');
      const children = await parts.tree.getChildren(layer);
      return children.flatMap((child) => (child.kind === 'neuron' ? neuronId(child.neuron) : []));
    };
    assert.deepEqual(await neurons(), ['5:131']);
    await parts.choices.setFilter('-is:starred');
    assert.ok(!(await neurons()).includes('5:131'));
    await run(commands.unstar, node);
    assert.ok((await neurons()).includes('5:131'));
    await parts.choices.setFilter('');
  });

  it('preserve what others wrote into the file', async () => {
    const others = { 'b/5/1.jsonl': { tags: ['x'], verdict: 'right' } };
    await write(JSON.stringify({ owner: 'me', neurons: { ...others, [path]: { by: 'you' } } }));
    await run(commands.star, node);
    assert.deepEqual(JSON.parse(await text()), {
      owner: 'me',
      version: 1,
      neurons: { [path]: { by: 'you', starred: true }, ...others },
    });
  });

  for (const [what, broken] of [
    ['broken', '{ "neurons": { '],
    ['of another kind', `{"neurons":{"${path}":{"verdict":"good"}}}`],
    ['of a later version', '{"version":2}'],
  ] as const) {
    it(`are not written to a file that is ${what}, until it is fixed`, async () => {
      await write(broken);
      await run(commands.star, node);
      assert.equal(await text(), broken);
      assert.equal(noted().starred, false);
      await write('{}');
      await run(commands.star, node);
      assert.deepEqual(JSON.parse(await text()), {
        version: 1,
        neurons: { [path]: { starred: true } },
      });
    });
  }

  it('are not written under an editor with changes', async () => {
    await write('{}');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    await assert.rejects(parts.notes.change(node.neuron, { starred: true }), /unsaved changes/);
    assert.equal(await text(), '{}');
    // The command reverts the active editor, which another one may have just replaced.
    await eventually('the text is that of the file', async () => {
      await vscode.window.showTextDocument(document);
      await run('workbench.action.files.revert');
      return document.getText() === '{}' && !document.isDirty;
    });
    await parts.notes.change(node.neuron, { starred: true });
    assert.ok(noted().starred);
  });

  it('are not saved for a neuron outside the workspace folders', async () => {
    const outside = parts.directories.at(vscode.Uri.file('/nowhere/explanations'));
    const neuron = { ...node.neuron, directory: outside };
    await assert.rejects(
      parts.notes.change(neuron, { starred: true }),
      /Open a folder that contains .*131\.jsonl/,
    );
    assert.ok(!isNoted(parts.notes.of(neuron)));
  });

  it('change in order, however fast they are requested', async () => {
    const layer = await findNode(parts, 'explanations', 'Layer 5');
    const nodes = (await parts.tree.getChildren(layer)).filter((each) => each.kind === 'neuron');
    await Promise.all(nodes.map((each) => parts.notes.change(each.neuron, { starred: true })));
    const { neurons } = JSON.parse(await text()) as { neurons: Record<string, unknown> };
    assert.equal(Object.keys(neurons).length, nodes.length);
    assert.ok(nodes.every((each) => parts.notes.of(each.neuron).starred));
  });

  it('are about the active neuron, for a command without argument', async () => {
    await run(commands.openNeuron, node);
    await eventually('the panel is active', () => parts.panels.active);
    await run(commands.star);
    assert.ok(noted().starred);
  });
});
