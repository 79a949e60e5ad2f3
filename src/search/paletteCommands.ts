import * as vscode from 'vscode';
import { commands } from '../names.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import type { Directories } from '../workspace/directories.ts';
import { goToNeuronCommand, openRandomNeuronCommand } from './goToCommands.ts';
import type { SearchCommand } from './searchCommand.ts';
import { tell } from '../workspace/tell.ts';

/** Registers the commands that find a neuron. */
export function registerPaletteCommands(
  directories: Directories,
  panels: NeuronPanels,
  search: SearchCommand,
): vscode.Disposable {
  const register = (command: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(command, async (argument: unknown) => {
      await directories.ready;
      return directories.all.length > 0 ? run(argument) : offerDirectories();
    });
  return vscode.Disposable.from(
    register(commands.search, () => search.run()),
    register(commands.keepResult, () => search.keepResult()),
    register(commands.goToNeuron, (argument) => goToNeuronCommand(directories, panels, argument)),
    register(commands.openRandomNeuron, () => openRandomNeuronCommand(directories, panels)),
  );
}

async function offerDirectories(): Promise<void> {
  const add = vscode.l10n.t('Add Explanation Directory…');
  const sample = vscode.l10n.t('Open Sample Data');
  const answer = await tell(vscode.l10n.t('No neuron explanations in this window.'), add, sample);
  if (answer === add) await vscode.commands.executeCommand(commands.addDirectory);
  if (answer === sample) await vscode.commands.executeCommand(commands.openSample);
}
