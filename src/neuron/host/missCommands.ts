import * as vscode from 'vscode';
import { commands } from '../../names.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import { tell } from '../../workspace/tell.ts';

/** Commands that step through the misses. The active page knows the current one. */
export function registerMissCommands(panels: NeuronPanels): vscode.Disposable {
  const register = (command: string, step: 1 | -1) =>
    vscode.commands.registerCommand(command, () => {
      if (panels.active) return panels.active.tell({ type: 'miss', step });
      return tell(vscode.l10n.t('Open a neuron first. This command applies to the active editor.'));
    });
  return vscode.Disposable.from(
    register(commands.nextMiss, 1),
    register(commands.previousMiss, -1),
  );
}
