import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { directoryPickItem } from '../../workspace/chooseDirectory.ts';
import type { Directories } from '../../workspace/directories.ts';
import { confirm, log, tellError, warn } from '../../workspace/tell.ts';
import { namesOf } from '../../workspace/namesOf.ts';
import { directoryKey, mayLookAt, namedUri, wholePath } from '../../workspace/place.ts';
import type { LinkedNeuron } from './link.ts';
import { exists, linkTargets } from './linkTargets.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Anyone can make a link: it only reaches known or open folders, or what the user adds. */
export class LinkHandler implements vscode.UriHandler {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;

  constructor(directories: Directories, panels: NeuronPanels) {
    this.#directories = directories;
    this.#panels = panels;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    const { readNeuronLink } = await import('./link.ts');
    const link = readNeuronLink(uri);
    if (!link) return refuse(uri);
    await this.#directories.ready;
    if ('folder' in link) await this.#openBelowFolder(link);
    else if ('sample' in link) await this.#openFile(`${this.#directories.sample}/${link.sample}`);
    else if (this.#neuronAt(link.file)) await this.#openFile(link.file);
    else refuse(uri);
  }

  async #openBelowFolder(link: Extract<LinkedNeuron, { folder: string }>): Promise<void> {
    const { exact, similar } = await linkTargets(link, this.#directories);
    const [only, ...others] = exact;
    if (!only) await this.#openSimilar(link, similar);
    else if (others.length === 0) await this.#openOrAsk(only);
    else {
      const question = vscode.l10n.t('Select a directory for neuron {0}', neuronId(only));
      await this.#choose(exact, question);
    }
  }

  /** A folder with another name may hold another run, so ask the user. */
  async #openSimilar(
    { folder, path }: Extract<LinkedNeuron, { folder: string }>,
    similar: readonly NeuronRef[],
  ): Promise<void> {
    const [first] = similar;
    if (first) {
      const question = vscode.l10n.t(
        'This link is for the folder {0}, which is not open. Open {1} from another folder?',
        folder,
        neuronId(first),
      );
      return this.#choose(similar, question);
    }
    const open = vscode.l10n.t('Open Folder…');
    const message = vscode.l10n.t(
      'This link opens {0} in the folder {1}. No open folder has this file. Open the folder, then the link again.',
      path,
      folder,
    );
    // Not awaited: a notification can stay for a long time.
    void warn(message, open).then(
      (answer) => answer && vscode.commands.executeCommand('vscode.openFolder'),
    );
  }

  async #choose(neurons: readonly NeuronRef[], placeHolder: string): Promise<void> {
    const { sample } = this.#directories;
    const names = namesOf(
      neurons.map(({ directory }) => directory),
      sample,
    );
    const items = neurons.map((neuron, i) => ({ ...directoryPickItem(names[i]!), neuron }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    if (chosen) await this.#openOrAsk(chosen.neuron);
  }

  async #openFile(file: string): Promise<void> {
    const neuron = this.#neuronAt(file);
    if (neuron) await this.#openOrAsk(neuron);
  }

  #neuronAt(file: string): NeuronRef | undefined {
    const uri = namedUri(file);
    return uri && this.#directories.neuronAt(uri);
  }

  async #openOrAsk(neuron: NeuronRef): Promise<void> {
    const { directory } = neuron;
    const isKnown = this.#directories.all.some((known) => known.directory === directory);
    if (isKnown) await this.#panels.open(neuron);
    else await this.#ask(neuron, vscode.Uri.parse(directory.uri));
  }

  async #ask(neuron: NeuronRef, directory: vscode.Uri): Promise<void> {
    const path = wholePath(directory);
    if (!mayLookAt(directory)) {
      log.warn(`Rejected a link to a path outside this window: ${path}`);
      tellError(
        vscode.l10n.t(
          'This link opens a neuron in {0}, which is not open in this window. Open the folder first.',
          path,
        ),
      );
      return;
    }
    const question = vscode.l10n.t(
      'This link opens neuron {0} in a directory that is not in the sidebar. Add the directory?',
      neuronId(neuron),
    );
    if (!(await confirm(question, path, vscode.l10n.t('Add and Open')))) return;
    if (!(await exists(neuron))) {
      tellError(vscode.l10n.t('Neuron {0} not found in {1}.', neuronId(neuron), path));
      return;
    }
    await this.#directories.add(
      directoryKey(directory) === this.#directories.sample ? 'sample' : directory,
    );
    await this.#panels.open({ ...neuron, directory: this.#directories.at(directory) });
  }
}

function refuse(uri: vscode.Uri): void {
  // The file in it may be an address with a signature, whose characters are escaped by then.
  const link = uri.toString().replace(/(sig|token)(?:=|%(?:25)*3D).*$/is, '$1…');
  log.warn(`Rejected a link that names no neuron: ${link}`);
  tellError(
    vscode.l10n.t(
      'This link does not lead to a neuron. Expected a path that ends as in 5/131.jsonl.',
    ),
  );
}
