import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { searchForgivingly } from '../../catalog/search/nearestWords.ts';
import { preferredScore } from '../../catalog/rows/neuronRow.ts';
import { findNeuron, parseNeuronReference } from '../../catalog/rows/neighbours.ts';
import { queryHint } from '../../catalog/search/queryHint.ts';
import { Outdated, Slices } from '../../catalog/slices.ts';
import { displayExplanation, displayScore } from '../../text/display.ts';
import type { Directories } from '../../workspace/directories.ts';
import { plainLabel } from '../../workspace/plainText.ts';

interface NeuronItem extends vscode.QuickPickItem {
  readonly neuron: NeuronRef;
}

/** More than anyone scrolls through. */
const shown = 100;

/** Lets the reader pick a neuron other than `than`, by its ID or by a search. */
export function pickNeuron(
  directories: Directories,
  than: NeuronRef,
): Promise<NeuronRef | undefined> {
  const pick = vscode.window.createQuickPick<NeuronItem>();
  pick.title = vscode.l10n.t('Compare {0} With', directories.titleOf(than));
  pick.placeholder = vscode.l10n.t(
    'A neuron (5:131, 5/131, L5N131), or a search: {0}',
    queryHint(),
  );
  const fill = async () => {
    const { value } = pick;
    // The text may have changed meanwhile.
    const isWanted = () => pick.value === value;
    try {
      const items = await itemsFor(directories, than, value, new Slices(isWanted));
      if (isWanted()) pick.items = items;
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      // The list may change between the click and this event.
      const [chosen] = [...pick.selectedItems, ...pick.activeItems];
      if (!chosen) return;
      resolve(chosen.neuron);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    void fill();
    pick.show();
  });
}

/** Neurons of any directory with this ID, by default that of `than`; then search results. */
async function itemsFor(
  directories: Directories,
  than: NeuronRef,
  text: string,
  slices: Slices,
): Promise<NeuronItem[]> {
  const all = directories.all.map(({ directory }) => directory);
  const same = { layer: than.group.number, neuron: than.unit.number };
  const id = text.trim() === '' ? same : parseNeuronReference(text);
  const named = id ? await Promise.all(all.map((each) => findNeuron(each, id))) : [];
  const options = { limit: shown, sort: 'relevance' } as const;
  const { parseQuery } = await import('../../catalog/search/query.ts');
  const found = await searchForgivingly(all, parseQuery(text), options, slices);
  const items = new Map<string, NeuronItem>();
  for (const neuron of [...named, ...found.results.map((result) => result.neuron)]) {
    if (!neuron || neuronUri(neuron) === neuronUri(than)) continue;
    const uri = neuronUri(neuron);
    if (!items.has(uri)) items.set(uri, itemOf(directories, neuron));
  }
  return [...items.values()];
}

function itemOf(directories: Directories, neuron: NeuronRef): NeuronItem {
  const best = neuron.directory.knownRow(neuron)?.explanations[0];
  const known = directories.all.find(({ directory }) => directory === neuron.directory);
  return {
    neuron,
    label: neuronId(neuron),
    description: best
      ? `${displayScore(preferredScore(best))}  ${plainLabel(displayExplanation(best.text))}`
      : '',
    ...(directories.all.length > 1 && known && { detail: plainLabel(known.name) }),
    // Already matched and ranked.
    alwaysShow: true,
  };
}
