import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { commands, contextKeys } from '../../names.ts';
import { type ActiveNeuron, tellToOpen } from '../../neuron/host/activeNeuron.ts';
import type { Directories } from '../../workspace/directories.ts';
import type { ComparisonPanels } from './comparisonPanels.ts';
import { pickNeuron } from './neuronPick.ts';
import { plainLabel } from '../../workspace/plainText.ts';
import { tell } from '../../workspace/tell.ts';

export function registerComparisonCommands(
  directories: Directories,
  active: ActiveNeuron,
  panels: ComparisonPanels,
): vscode.Disposable {
  let selected: NeuronRef | undefined;
  const openBest = (left: NeuronRef, right: NeuronRef) =>
    panels.open({
      left: { neuron: left, explanation: null },
      right: { neuron: right, explanation: null },
    });
  const register = (
    command: string,
    run: (neuron: NeuronRef, ...more: readonly unknown[]) => unknown,
  ) =>
    vscode.commands.registerCommand(command, (argument: unknown, ...more: readonly unknown[]) => {
      const neuron = active.of(argument);
      if (neuron) return run(neuron, ...more);
      return tellToOpen();
    });
  return vscode.Disposable.from(
    register(commands.compareExplanations, (neuron, left, right) =>
      panels.open({
        left: { neuron, explanation: indexOf(left) },
        right: { neuron, explanation: indexOf(right) },
      }),
    ),
    register(commands.compareWith, async (neuron) => {
      const other = await pickNeuron(directories, neuron);
      if (other) await openBest(neuron, other);
    }),
    register(commands.selectForCompare, (neuron) => {
      selected = neuron;
      void vscode.commands.executeCommand('setContext', contextKeys.hasCompareSelection, true);
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('{0} is selected for comparison', plainLabel(directories.titleOf(neuron))),
        5000,
      );
    }),
    register(commands.compareWithSelected, (neuron) => {
      if (selected) return openBest(selected, neuron);
      return tell(vscode.l10n.t('Select a neuron for comparison first.'));
    }),
    vscode.commands.registerCommand(
      commands.compareSelected,
      (argument: unknown, rows: unknown) => {
        const [left, right, ...others] = active.all(argument, rows);
        if (left && right && others.length === 0) return openBest(left, right);
        return tell(vscode.l10n.t('Select two neurons in the sidebar to compare them.'));
      },
    ),
  );
}

/** An explanation's index in its file, as the page passes it; null for the best. */
function indexOf(argument: unknown): number | null {
  return typeof argument === 'number' && Number.isInteger(argument) && argument >= 0
    ? argument
    : null;
}
