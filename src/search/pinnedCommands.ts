import * as vscode from 'vscode';
import { commands, contextKeys } from '../names.ts';
import type { ActiveNeuron } from '../neuron/host/activeNeuron.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import type { Directories } from '../workspace/directories.ts';
import { formatCount } from '../text/number.ts';
import { plainLabel } from '../workspace/plainText.ts';
import type { PinnedResults } from './pinnedResults.ts';

const say = (message: string) => void vscode.window.setStatusBarMessage(message, 5000);

/** Registers the commands that step through search results. */
export function registerPinnedCommands(
  pinned: PinnedResults,
  directories: Directories,
  active: ActiveNeuron,
  panels: NeuronPanels,
): vscode.Disposable {
  const walk = async (step: 1 | -1) => {
    const from = active.of(undefined);
    const to = pinned.beside(from, step);
    if (to) {
      const neuron = { ...to.neuron, directory: directories.current(to.neuron.directory) };
      pinned.select(to);
      say(
        vscode.l10n.t(
          '{0} is search result {1} of {2}',
          plainLabel(directories.titleOf(neuron)),
          formatCount(pinned.results.indexOf(to) + 1),
          formatCount(pinned.results.length),
        ),
      );
      await (from ? panels.step(from, neuron) : panels.open(neuron));
    } else if (from) {
      const message =
        step > 0
          ? vscode.l10n.t('{0} is the last search result', plainLabel(directories.titleOf(from)))
          : vscode.l10n.t('{0} is the first search result', plainLabel(directories.titleOf(from)));
      say(message);
    }
  };
  const showWhether = () =>
    void vscode.commands.executeCommand(
      'setContext',
      contextKeys.hasResults,
      pinned.results.length > 0,
    );
  return vscode.Disposable.from(
    pinned.onDidChange(showWhether),
    vscode.commands.registerCommand(commands.clearResults, () => pinned.clear()),
    vscode.commands.registerCommand(commands.nextResult, () => walk(1)),
    vscode.commands.registerCommand(commands.previousResult, () => walk(-1)),
  );
}
