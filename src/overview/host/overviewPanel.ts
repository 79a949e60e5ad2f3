import * as vscode from 'vscode';
import { commands } from '../../names.ts';
import type { NeuronPanels } from '../../neuron/host/neuronPanels.ts';
import type { Notes } from '../../notes/notes.ts';
import { Outdated } from '../../catalog/slices.ts';
import { openPage } from '../../panels/openPage.ts';
import { answer } from '../../panels/answer.ts';
import { type ArgumentOf, type Handlers, ready } from '../../panels/contract.ts';
import { Superseded } from '../../panels/superseded.ts';
import type { Catalogs } from '../../workspace/catalogs.ts';
import { coalesce } from '../../workspace/coalesce.ts';
import { csvOptions } from '../../workspace/exportCommand.ts';
import type { Directories } from '../../workspace/directories.ts';
import { shownPath } from '../../workspace/place.ts';
import { knownSummaries, summarizeDirectories } from './directorySummaries.ts';
import type { OverviewData } from './overviewData.ts';
import {
  type HostMessage,
  type OverviewFailure,
  requests,
  type Requests,
} from '../contract/contract.ts';
import type { Summary } from './summary.ts';
import { saveFile } from '../../workspace/saveFile.ts';
import { helpFor } from '../../workspace/storeHelp.ts';

export { parsePageState } from '../contract/contract.ts';

/** Throttle, in milliseconds: the catalog changes all the time while it is indexed. */
const updateDelay = 1000;
/** What a new page shows. */
const noDirectories = '[]';

/** A panel with an overview. It updates as the directory's catalog changes. */
export class OverviewPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly data: OverviewData;
  readonly #webview: vscode.Webview;
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #neurons: NeuronPanels;
  readonly #subscriptions: vscode.Disposable;
  readonly #update = coalesce(() => this.#show(), updateDelay);
  readonly #updateDirectories = coalesce(() => this.#showDirectories(), updateDelay);
  #isReady = false;
  /** Versions of what the page shows. */
  #shown = '';
  #shownDirectories = noDirectories;
  #summary: Summary | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    data: OverviewData,
    directories: Directories,
    catalogs: Catalogs,
    notes: Notes,
    neurons: NeuronPanels,
  ) {
    this.panel = panel;
    this.data = data;
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#neurons = neurons;
    const { webview } = panel;
    this.#webview = webview;
    this.#subscriptions = vscode.Disposable.from(
      this.#update,
      this.#updateDirectories,
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      // A hidden panel has no page. Its next page sends `ready`.
      panel.onDidChangeViewState(() => (this.#isReady &&= panel.visible)),
      directories.onDidChange(() => {
        this.#follow();
        this.#update.soon();
        this.#updateDirectories.soon();
      }),
      catalogs.onDidChange((changes) => {
        this.#updateDirectories.soon();
        if (changes.some(({ directory }) => directory === this.data.directory)) this.#update.soon();
      }),
      catalogs.onDidProgress(() => this.#update.soon()),
      notes.onDidChange((changes) => {
        if (changes.some(({ directory }) => directory === this.data.directory)) this.#update.soon();
      }),
      openPage(webview, extensionUri, {
        name: 'overview',
        title: vscode.l10n.t('Overview'),
        ownImages: true,
      }),
    );
  }

  setTitle(title: string): void {
    if (title === this.panel.title) return;
    this.panel.title = title;
    this.#update.soon();
  }

  /** The numbers on the page; undefined while it shows none. */
  get summary(): Summary | undefined {
    return this.#summary;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A directory that was removed and is back is another object. */
  #follow(): void {
    const { directory } = this.data;
    const known = this.#directories.find(directory.uri)?.directory;
    if (!known || known === directory) return;
    this.data.replaceDirectory(known);
    this.#shown = '';
  }

  async #show(): Promise<void> {
    if (!this.#isReady) return;
    const { directory, layerKey } = this.data;
    const progress = this.#catalogs.progress(directory) ?? null;
    const { title } = this.panel;
    const { uri, catalog, notes } = directory;
    const failure = this.#failure;
    const now = JSON.stringify([title, failure, catalog.version, notes.version, progress]);
    if (now === this.#shown) return;
    this.#shown = now;
    const path = shownPath(uri);
    if (failure) {
      this.#summary = undefined;
      this.#post({ type: 'failed', failure: { title, path, ...failure } });
      return;
    }
    const summary = await this.data.update();
    this.#summary = summary;
    const layer = layerKey ?? null;
    this.#post({ type: 'show', overview: { uri, layer, title, path, ...summary, progress } });
  }

  /** Why the directory cannot be shown. As in the tree, known files are shown after a glitch. */
  get #failure(): Pick<OverviewFailure, 'reason' | 'detail'> | undefined {
    const known = this.#directories.find(this.data.directory.uri);
    if (!known)
      return {
        reason: vscode.l10n.t('This directory is no longer in the window.'),
        detail: vscode.l10n.t('The overview reloads when the directory is back.'),
      };
    const failure = known.directory.failure();
    if (!failure || failure.transient) return undefined;
    return {
      reason: vscode.l10n.t('Could not list this directory: {0}.', failure.reason),
      detail: [
        helpFor(failure),
        vscode.l10n.t('The overview reloads as soon as the directory can be listed.'),
      ]
        .filter(Boolean)
        .join(' '),
    };
  }

  /** The directories of the window, if there are several. */
  get #several() {
    const { all } = this.#directories;
    return all.length > 1 ? all : [];
  }

  async #showDirectories(): Promise<void> {
    if (!this.#isReady) return;
    const several = this.#several;
    const now = JSON.stringify(
      several.map(({ name, directory: { uri, catalog } }) => [name, uri, catalog.version]),
    );
    if (now === this.#shownDirectories) return;
    this.#shownDirectories = now;
    const directories = await summarizeDirectories(several);
    this.#post({ type: 'directories', directories });
  }

  async #receive(received: unknown): Promise<void> {
    if (ready.safeParse(received).success) {
      this.#isReady = true;
      this.#shown = '';
      this.#shownDirectories = noDirectories;
      // The names come first, so that their table does not move the rest. Counting takes long.
      if (this.#several.length > 0)
        this.#post({ type: 'directories', directories: knownSummaries(this.#several) });
      await this.#update.now();
      await this.#updateDirectories.now();
      return;
    }
    const reply = await answer('overview', requests, received, this.#handlers);
    if (reply) this.#post(reply);
  }

  readonly #handlers: Handlers<Requests> = {
    view: (options) =>
      this.data.view(options).catch((error: unknown) => {
        if (!(error instanceof Outdated)) throw error;
        throw new Superseded(vscode.l10n.t('The table has changed.'));
      }),
    rows: ({ view, from, count }) => this.data.rows(view, from, count),
    open: (opening) => this.#open(opening),
    openDirectory: async ({ uri }) => {
      const known = this.#directories.find(uri);
      if (!known) throw new Error(vscode.l10n.t('This directory is no longer in the window.'));
      await vscode.commands.executeCommand(commands.openOverview, { known });
    },
    saveTable: () =>
      saveFile(this.data.directory, this.#fileName('neurons'), 'csv', () =>
        this.data.csv(csvOptions()),
      ),
    savePlot: ({ format, content }) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return saveFile(this.data.directory, this.#fileName('scores'), format, () => bytes);
    },
  };

  async #open(opening: ArgumentOf<Requests, 'open'>): Promise<void> {
    const { key, pinned, preserveFocus } = opening;
    const neuron = this.data.directory.refTo(key);
    if (!neuron) throw new Error(`expected the key of a neuron, found ${JSON.stringify(key)}`);
    const { viewColumn } = this.panel;
    await this.#neurons.open(neuron, { pinned, preserveFocus, beside: viewColumn });
  }

  #fileName(what: string): string {
    const { directory, layerKey } = this.data;
    const name =
      vscode.Uri.parse(directory.uri).path.split('/').findLast(Boolean) ?? 'explanations';
    return layerKey === undefined ? `${name}-${what}` : `${name}-layer-${layerKey}-${what}`;
  }

  #post(message: HostMessage): void {
    void this.#webview.postMessage(message);
  }
}
