import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { settings } from '../../src/names.ts';
import type { NeuronNode } from '../../src/sidebar/nodes.ts';
import { activated, eventually, findNode, samples } from './support/editor.ts';

describe('the setting for Neuronpedia', () => {
  const gpt2 = { model: 'gpt2-small', source: '{layer}' };
  let parts: Parts;
  let node: NeuronNode;

  const set = (value: unknown) =>
    vscode.workspace
      .getConfiguration(settings.section)
      .update(settings.neuronpedia, value, vscode.ConfigurationTarget.Workspace);
  const address = () => parts.neuronpedia.addressOf(node.neuron);
  const becomes = (expected: string | undefined) =>
    eventually(
      () => `the address is ${expected}, not ${address()}`,
      () => address() === expected,
    );

  before(async () => {
    parts = await activated();
    const found = await findNode(parts, 'explanations', 'Layer 5', '131');
    assert.ok(found.kind === 'neuron');
    node = found;
  });
  after(() => set(undefined));

  it('is for the public data of GPT-2 small by default, and for no other directory', async () => {
    await becomes(undefined);
    const known = parts.directories.at(vscode.Uri.file('/anywhere/gpt2_small_data/explanations'));
    assert.equal(
      parts.neuronpedia.addressOf(known.refTo('6/2294.jsonl')!),
      'https://www.neuronpedia.org/gpt2-small/6/2294',
    );
  });

  const ways = {
    'relative to the workspace folders': () => 'explanations',
    absolute: () => vscode.Uri.joinPath(samples(), 'explanations').fsPath,
    'a glob': () => '**/sam*/explanations',
    'a URI': () => vscode.Uri.joinPath(samples(), 'explanations').toString(),
  };
  for (const [name, path] of Object.entries(ways))
    it(`takes effect at once, in menus too, with a path that is ${name}`, async () => {
      await set({ [path()]: gpt2 });
      await becomes('https://www.neuronpedia.org/gpt2-small/5/131');
      const context = () => parts.tree.getTreeItem(node).contextValue;
      assert.equal(context(), 'neuron.neuronpedia');
      await set(undefined);
      await becomes(undefined);
      assert.equal(context(), 'neuron');
    });

  it('takes the longest of several that match', async () => {
    await set({
      '**/explanations': { model: 'other', source: 's' },
      '**/samples/explanations': gpt2,
    });
    await becomes('https://www.neuronpedia.org/gpt2-small/5/131');
  });
});
