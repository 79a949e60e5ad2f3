import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import { findExplanationDirectories } from '../catalog/build/discover.ts';
import { commands, views } from '../names.ts';
import type { ActiveNeuron } from '../neuron/host/activeNeuron.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import type { PinnedResults } from '../search/pinnedResults.ts';
import type { Directories } from '../workspace/directories.ts';
import { placeOf, uriOf, wholePath } from '../workspace/place.ts';
import type { NeuronTree } from './neuronTree.ts';
import type { Node } from './nodes.ts';
import type { TreeChoices } from './treeChoices.ts';
import { tell, warn } from '../workspace/tell.ts';

/** Limits of the search below a selected folder. */
const limits = { depth: 3, folders: 500 };

/** Registers the commands of the sidebar and the list of directories. */
export function registerSidebarCommands(
  directories: Directories,
  tree: NeuronTree,
  choices: TreeChoices,
  pinned: PinnedResults,
  active: ActiveNeuron,
  panels: NeuronPanels,
): vscode.Disposable {
  const register = (command: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(command, run);
  const doubleClick = new DoubleClick();
  return vscode.Disposable.from(
    register(commands.openSelectedNeuron, async () => {
      const node = await tree.selected();
      if (node?.kind === 'more') return tree.showMore(node);
      if (!node || !('neuron' in node)) return undefined;
      const keep = doubleClick.click(node.id);
      return panels.open(node.neuron, { pinned: keep, preserveFocus: !keep });
    }),
    register(commands.addDirectory, (argument) => addDirectory(directories, argument)),
    register(commands.removeDirectory, (argument) => {
      const node = argument as Node | undefined;
      return node?.kind === 'directory' ? directories.remove(node.known) : undefined;
    }),
    register(commands.sortNeurons, (argument) => choices.askForOrder(argument)),
    register(commands.filterNeurons, async () => {
      const { pickFilter } = await import('./filterPick.ts');
      pickFilter(choices, directories);
    }),
    register(commands.clearFilter, () => choices.setFilter('')),
    register(commands.removeResult, (argument) => {
      const node = argument as Node | undefined;
      if (node?.kind === 'result') pinned.remove(node.result);
    }),
    register(commands.refresh, () => directories.refresh()),
    register(commands.revealInSidebar, async (argument) => {
      const neuron = active.of(argument);
      await directories.ready;
      return revealInSidebar(tree, choices, neuron);
    }),
  );
}

async function revealInSidebar(
  tree: NeuronTree,
  choices: TreeChoices,
  neuron: NeuronRef | undefined,
): Promise<void> {
  if (neuron && (await tree.reveal(neuron))) return;
  const clear = vscode.l10n.t('Clear Filter');
  const group = vscode.l10n.t('Group by Layer');
  const answer = await tell(
    neuron
      ? vscode.l10n.t('This neuron is not in the sidebar: {0}', neuronUri(neuron))
      : vscode.l10n.t('Open a neuron first. This command applies to the active editor.'),
    ...(neuron && choices.query ? [clear] : []),
    // A flat list has the first neurons only.
    ...(neuron && choices.flat ? [group] : []),
  );
  if (!neuron || answer === undefined) return;
  if (answer === clear) await choices.setFilter('');
  else await choices.setFlat(false);
  await revealInSidebar(tree, choices, neuron);
}

/**
 * Adds the folder in the argument or one that the user selects, or the explanation directories in
 * it.
 */
async function addDirectory(directories: Directories, argument: unknown): Promise<void> {
  const folder = argument instanceof vscode.Uri ? argument : await chooseFolder();
  if (!folder) return;
  const { source, path } = placeOf(folder);
  const found = await findExplanationDirectories(source, path, limits);
  if (found.length === 0 && !(await confirm(folder))) return;
  const uris = found.map((foundPath) => uriOf({ source, path: foundPath }));
  for (const uri of uris.length > 0 ? uris : [folder]) await directories.add(uri);
  await vscode.commands.executeCommand(`${views.neurons}.focus`);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title: vscode.l10n.t('Add Explanation Directory'),
    openLabel: vscode.l10n.t('Add'),
  });
  return chosen?.[0];
}

/** A run may not have written any files yet. */
async function confirm(folder: vscode.Uri): Promise<boolean> {
  const add = vscode.l10n.t('Add Anyway');
  const answer = await warn(
    vscode.l10n.t(
      'No explanations found in {0}. Expected numbered folders with files such as 131.jsonl.',
      wholePath(folder),
    ),
    add,
  );
  return answer === add;
}

/** The longest time between the clicks of a double click, in milliseconds. */
const interval = 500;

/** Detects double clicks, which the tree reports as two clicks. */
export class DoubleClick {
  #last: { on: string; time: number } | undefined;

  /** Registers a click. Returns true for the second click of a double click. */
  click(on: string): boolean {
    const time = performance.now();
    const double = this.#last?.on === on && time - this.#last.time < interval;
    this.#last = double ? undefined : { on, time };
    return double;
  }
}
