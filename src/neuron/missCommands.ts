import * as vscode from 'vscode';
import { commands } from '../names.ts';
import type { NeuronEditor } from './neuronEditor.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** The commands that walk through the misses of the neuron in the active panel or editor; the page knows where it is. */
export function registerMissCommands(
  panels: NeuronPanels,
  editor: NeuronEditor,
): vscode.Disposable {
  const register = (command: string, step: 1 | -1) =>
    vscode.commands.registerCommand(command, () => {
      const view = panels.activeView ?? editor.activeView;
      if (view) return view.stepMiss(step);
      return vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Open a neuron first: this command goes through the tokens of the one shown.',
        ),
      );
    });
  return vscode.Disposable.from(
    register(commands.nextMiss, 1),
    register(commands.previousMiss, -1),
  );
}
