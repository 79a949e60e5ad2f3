import * as vscode from 'vscode';
import { settings } from '../../names.ts';
import { contexts, type DefaultChoices, orders } from '../../tokens/contract.ts';

const { section, sequencesSort, sequencesContext } = settings;

/** What a neuron view begins with, by the settings. The default if a setting is invalid. */
export function defaultChoices(): DefaultChoices {
  const set = vscode.workspace.getConfiguration(section);
  const [order, context] = [set.get<unknown>(sequencesSort), set.get<unknown>(sequencesContext)];
  return {
    order: orders.find((each) => each === order) ?? 'stored',
    context: contexts.find((each) => each === context) ?? 'all',
  };
}

export function onDefaultChoicesChange(
  changed: (choices: DefaultChoices) => void,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    const names = [sequencesSort, sequencesContext].map((name) => `${section}.${name}`);
    if (names.some((name) => event.affectsConfiguration(name))) changed(defaultChoices());
  });
}
