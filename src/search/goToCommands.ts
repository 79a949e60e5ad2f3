import * as vscode from 'vscode';
import {
  type ExplanationDirectory,
  neuronId,
  type NeuronRef,
} from '../catalog/rows/explanationDirectory.ts';
import { findNeuron, parseNeuronReference } from '../catalog/rows/neighbours.ts';
import { orNothing } from '../catalog/orNothing.ts';
import { displayId } from '../text/display.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import { directoryPickItem } from '../workspace/chooseDirectory.ts';
import type { Directories } from '../workspace/directories.ts';
import { tell, tellError, warn } from '../workspace/tell.ts';

/** Asks for a layer and neuron number and opens that neuron. */
export async function goToNeuronCommand(
  directories: Directories,
  panels: NeuronPanels,
  argument: unknown,
): Promise<void> {
  const answer =
    typeof argument === 'string'
      ? argument
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Go to Neuron'),
          prompt: vscode.l10n.t('Layer and neuron'),
          placeHolder: '5:131, 5/131, L5N131',
          validateInput: (text) =>
            text.trim() === '' || parseNeuronReference(text) ? undefined : expected(),
        });
  if (answer === undefined || answer.trim() === '') return;
  const id = parseNeuronReference(answer);
  if (!id) {
    tellError(expected());
    return;
  }
  const all = directories.all.map(({ directory }) => directory);
  const found = await Promise.all(all.map((directory) => findNeuron(directory, id)));
  const neuron = await chooseDirectory(
    directories,
    found.filter((n) => n !== undefined),
  );
  if (neuron === 'none') {
    void warn(vscode.l10n.t('Neuron {0} is not in any directory of this window.', displayId(id)));
  } else if (neuron) await panels.open(neuron);
}

/** Opens a random neuron: each layer is equally likely, and each neuron within it. */
export async function openRandomNeuronCommand(
  directories: Directories,
  panels: NeuronPanels,
): Promise<void> {
  const layers = await Promise.all(directories.all.map(({ directory }) => layersOf(directory)));
  for (const { directory, layer } of shuffled(layers.flat())) {
    const neurons = await orNothing(directory.neurons(layer));
    const [neuron] = shuffled(neurons);
    if (neuron) return panels.open(neuron);
  }
  void tell(vscode.l10n.t('No neurons to open in this window.'));
}

function expected(): string {
  return vscode.l10n.t('Expected a layer and a neuron, such as 5:131, 5/131 or L5N131');
}

async function chooseDirectory(
  directories: Directories,
  found: readonly NeuronRef[],
): Promise<NeuronRef | 'none' | undefined> {
  if (found.length === 0) return 'none';
  if (found.length === 1) return found[0];
  const items = found.flatMap((neuron) => {
    const known = directories.all.find(({ directory }) => directory === neuron.directory);
    return known ? [{ ...directoryPickItem(known), neuron }] : [];
  });
  const placeHolder = vscode.l10n.t('Select a directory for neuron {0}', neuronId(found[0]!));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.neuron;
}

async function layersOf(directory: ExplanationDirectory) {
  const layers = await orNothing(directory.layers());
  return layers.map((layer) => ({ directory, layer }));
}

/** Fisher–Yates shuffle. */
function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const other = Math.floor(Math.random() * (i + 1));
    [result[i], result[other]] = [result[other]!, result[i]!];
  }
  return result;
}
