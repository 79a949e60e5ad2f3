import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../catalog/explanationDirectory.ts';
import type { Directories } from '../workspace/directories.ts';
import { log } from '../workspace/log.ts';
import { directoryKey, mayLookAt, namedNeuron, neuronRef } from '../workspace/place.ts';
import { readNeuronLink } from './link.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import { confirm, tellError } from '../workspace/tell.ts';

/**
 * Opens the neuron of a link. Anyone can make a link: what it names is looked at only where the directory is known already, or after the
 * user has agreed; and it is opened, and nothing else.
 */
export class LinkHandler implements vscode.UriHandler {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;

  constructor(directories: Directories, panels: NeuronPanels) {
    this.#directories = directories;
    this.#panels = panels;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    const place = placeOf(uri);
    if (!place) {
      log.warn(`A link is refused, since it names no neuron’s file: ${uri.toString()}`);
      tellError(
        vscode.l10n.t(
          'This link opens no neuron: expected one with the path of a neuron’s file, which ends in layer/neuron.jsonl with both in digits.',
        ),
      );
      return;
    }
    await this.#directories.ready;
    const key = directoryKey(place.directory);
    const known = this.#directories.all.find(({ directory }) => directory.uri === key);
    const directory = known?.directory ?? this.#directories.at(place.directory);
    const neuron = neuronRef(directory, place.layerName, place.fileName);
    if (known) await this.#panels.open(neuron);
    else await this.#ask(neuron, place.directory);
  }

  async #ask(neuron: NeuronRef, directory: vscode.Uri): Promise<void> {
    const path = directory.scheme === 'file' ? directory.fsPath : directory.toString(true);
    if (!mayLookAt(directory)) {
      log.warn(`A link is refused, since its place is not in this window: ${path}`);
      tellError(
        vscode.l10n.t(
          'This link opens a neuron of a place that is not in this window: {0}. Open its folder first.',
          path,
        ),
      );
      return;
    }
    const question = vscode.l10n.t(
      'A link asks to open neuron {0} of a directory that is not in the sidebar. Add the directory?',
      neuronId(neuron),
    );
    if (!(await confirm(question, path, vscode.l10n.t('Add and Open')))) return;
    if (!(await this.#exists(neuron))) {
      tellError(vscode.l10n.t('There is no neuron {0} in {1}.', neuronId(neuron), path));
      return;
    }
    await this.#directories.add(directory);
    const added = this.#directories.at(directory);
    await this.#panels.open({ ...neuron, directory: added });
  }

  async #exists({ directory, layer, file }: NeuronRef): Promise<boolean> {
    const { source, path } = directory;
    const found = source.stat(source.join(path, layer.name, file.name));
    return (await found.catch(() => undefined)) !== undefined;
  }
}

function placeOf(link: vscode.Uri) {
  const named = readNeuronLink(link);
  return named === undefined ? undefined : namedNeuron(named);
}
