import * as vscode from 'vscode';
import { neuronId } from '../../catalog/rows/explanationDirectory.ts';
import { commands, contextKeys, settings } from '../../names.ts';
import type { Neuronpedia } from '../../workspace/neuronpedia.ts';
import { tell } from '../../workspace/tell.ts';
import type { ActiveNeuron } from './activeNeuron.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Registers “Open in Neuronpedia”, and says for which neurons it is offered. */
export function registerNeuronpediaCommand(
  neuronpedia: Neuronpedia,
  active: ActiveNeuron,
  panels: NeuronPanels,
): vscode.Disposable {
  const follow = () =>
    void vscode.commands.executeCommand(
      'setContext',
      contextKeys.inNeuronpedia,
      panels.active !== undefined && neuronpedia.has(panels.active.shown.directory),
    );
  const open = async (argument: unknown): Promise<void> => {
    const neuron = active.seen(argument);
    if (!neuron) {
      void tell(vscode.l10n.t('Open a neuron first. This command applies to the active editor.'));
      return;
    }
    const address = neuronpedia.addressOf(neuron);
    if (address === undefined) return offerSetting(neuronId(neuron));
    await vscode.env.openExternal(vscode.Uri.parse(address));
  };
  follow();
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openInNeuronpedia, open),
    panels.onDidChange(follow),
    neuronpedia.onDidChange(follow),
  );
}

/** Menus offer the command where it works. A key of the user's own may not. */
async function offerSetting(id: string): Promise<void> {
  const set = vscode.l10n.t('Open Settings');
  const answer = await tell(
    vscode.l10n.t('No Neuronpedia source is set for the directory of {0}.', id),
    set,
  );
  if (answer !== set) return;
  const name = `${settings.section}.${settings.neuronpedia}`;
  await vscode.commands.executeCommand('workbench.action.openSettings', name);
}
