import * as vscode from 'vscode';
import { neuronUri } from '../catalog/rows/explanationDirectory.ts';
import { settings } from '../names.ts';
import type { ActiveNeuron } from '../neuron/host/activeNeuron.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import { coalesce } from '../workspace/coalesce.ts';
import type { NeuronTree } from './neuronTree.ts';

/** In milliseconds. Opening a neuron comes first. Of many in a row, the last is revealed. */
const delay = 150;

/** Selects the neuron of the active editor in the tree, unless the setting is off. */
export function registerAutoReveal(
  tree: NeuronTree,
  active: ActiveNeuron,
  panels: NeuronPanels,
): vscode.Disposable {
  let last: string | undefined;
  const reveal = coalesce(async () => {
    const neuron = isOn() ? active.of(undefined) : undefined;
    const uri = neuron && neuronUri(neuron);
    // Rows that the user selects meanwhile stay selected.
    if (uri === last || !tree.view.visible) return;
    last = uri;
    if (neuron) await tree.follow(neuron);
  }, delay);
  return vscode.Disposable.from(
    reveal,
    panels.onDidChange(() => reveal.soon()),
    vscode.window.tabGroups.onDidChangeTabs(() => reveal.soon()),
    vscode.window.tabGroups.onDidChangeTabGroups(() => reveal.soon()),
    tree.view.onDidChangeVisibility(() => reveal.soon()),
  );
}

function isOn(): boolean {
  const { section, autoReveal } = settings;
  return vscode.workspace.getConfiguration(section).get<unknown>(autoReveal) !== false;
}
