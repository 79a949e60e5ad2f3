import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../catalog/explanationDirectory.ts';
import type { Directories } from '../workspace/directories.ts';
import { directoryKey, neuronRef, parseNeuronUri } from '../workspace/place.ts';
import { readNeuronLink } from './link.ts';
import type { NeuronPanels } from './neuronPanels.ts';

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
      void vscode.window.showErrorMessage(
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
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'This link opens a neuron of a place that is not in this window: {0}. Open its folder first.',
          path,
        ),
      );
      return;
    }
    const add = vscode.l10n.t('Add and Open');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'A link asks to open neuron {0} of a directory that is not in the sidebar. Add the directory?',
        neuronId(neuron),
      ),
      { modal: true, detail: path },
      add,
    );
    if (answer !== add) return;
    if (!(await this.#exists(neuron))) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('There is no neuron {0} in {1}.', neuronId(neuron), path),
      );
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
  try {
    return named === undefined ? undefined : parseNeuronUri(vscode.Uri.parse(named, true));
  } catch {
    // It looks like a URI, and VS Code says that it is none.
    return undefined;
  }
}

/** A file of this machine, or of where the workspace is. One of another host would be asked for over the network. */
function mayLookAt({ scheme, authority, path }: vscode.Uri): boolean {
  if (path.startsWith('//')) return false;
  if (scheme === 'file') return authority === '';
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.some(({ uri }) => uri.scheme === scheme && uri.authority === authority);
}
