import * as vscode from 'vscode';
import { commands, views } from '../../names.ts';
import type { NeuronPanels } from '../../neuron/host/neuronPanels.ts';
import type { Catalogs } from '../../workspace/catalogs.ts';
import type { Directories } from '../../workspace/directories.ts';
import { bestNeuron } from './neurons.ts';
import type { OverviewPanels } from './overviewPanels.ts';

/** Registers “Open Sample Data”: the sample in the tree, its overview, its best neuron in front. */
export function registerSampleCommand(
  directories: Directories,
  catalogs: Catalogs,
  overviews: OverviewPanels,
  neurons: NeuronPanels,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openSample, async () => {
    await directories.add('sample');
    await vscode.commands.executeCommand(`${views.neurons}.focus`);
    const known = directories.find(directories.sample);
    // A link to it may be in the workspace, and is then listed instead.
    if (!known) return;
    const { directory } = known;
    await overviews.open(directory);
    await catalogs.finished(directory);
    const best = bestNeuron(directory);
    // In front of the overview: side by side, both would be narrow in a new window.
    if (best) await neurons.open(best);
  });
}
