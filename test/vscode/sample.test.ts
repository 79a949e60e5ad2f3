import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { preferredScore } from '../../src/catalog/rows/neuronRow.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { activated, closeEverything, eventually, labelOf } from './support/editor.ts';

describe('“Open Sample Data”', () => {
  let parts: Parts;
  const sample = () => parts.directories.find(parts.directories.sample);

  before(async () => {
    parts = await activated();
    await closeEverything();
    await vscode.commands.executeCommand(commands.openSample);
  });
  after(async () => {
    await closeEverything();
    await parts.directories.remove(sample()!);
  });

  it('adds the sample to the tree, by that name', async () => {
    const roots = (await parts.tree.getChildren()).map((node) => labelOf(parts, node));
    assert.ok(roots.includes('Sample'), roots.join());
    assert.equal(sample()!.description, '');
  });

  it('shows its overview, and in front of it its best neuron', async () => {
    const { directory } = sample()!;
    const { neuron } = await eventually('a neuron is open', () => parts.panels.preview);
    assert.equal(neuron.directory, directory);
    const scores = [];
    for (const layer of await directory.layers())
      for (const each of await directory.neurons(layer)) {
        const [best] = directory.knownRow(each)!.explanations;
        scores.push(best ? (preferredScore(best) ?? -Infinity) : -Infinity);
      }
    const [best] = directory.knownRow(neuron)!.explanations;
    assert.equal(preferredScore(best!), Math.max(...scores.filter((score) => !isNaN(score))));
    const { tabGroups } = vscode.window;
    await eventually('the neuron is in front', () =>
      /^\d+:\d+/.test(tabGroups.activeTabGroup.activeTab?.label ?? ''),
    );
    assert.equal(tabGroups.all.length, 1);
    assert.equal(tabGroups.activeTabGroup.tabs[0]?.label, 'Overview of Sample');
  });

  it('shows the same again if it is run again', async () => {
    await vscode.commands.executeCommand(commands.openSample);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });
});
