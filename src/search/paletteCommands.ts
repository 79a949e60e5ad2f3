import * as vscode from 'vscode';
import { commands } from '../names.ts';
import type { NeuronPanels } from '../neuron/neuronPanels.ts';
import type { Directories } from '../workspace/directories.ts';
import { goToNeuronCommand, openRandomNeuronCommand } from './goToCommands.ts';
import { searchCommand } from './searchCommand.ts';

/** The commands that find a neuron. */
export function registerPaletteCommands(
  directories: Directories,
  panels: NeuronPanels,
): vscode.Disposable {
  const register = (command: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(command, run);
  return vscode.Disposable.from(
    register(commands.search, () => searchCommand(directories, panels)),
    register(commands.goToNeuron, (argument) => goToNeuronCommand(directories, panels, argument)),
    register(commands.openRandomNeuron, () => openRandomNeuronCommand(directories, panels)),
  );
}
