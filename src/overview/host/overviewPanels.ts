import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import type { NeuronPanels } from '../../neuron/host/neuronPanels.ts';
import type { Notes } from '../../notes/notes.ts';
import type { Catalogs } from '../../workspace/catalogs.ts';
import type { Directories } from '../../workspace/directories.ts';
import { logRefused } from '../../workspace/log.ts';
import { mayLookAt, namedUri } from '../../workspace/place.ts';
import { OverviewData } from './overviewData.ts';
import { OverviewPanel } from './overviewPanel.ts';
import { parsePageState } from '../contract/contract.ts';

/** The panels with overviews: one a directory and one a layer, at most. */
export class OverviewPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #notes: Notes;
  readonly #neurons: NeuronPanels;
  readonly #open = new Set<OverviewPanel>();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    extensionUri: vscode.Uri,
    directories: Directories,
    catalogs: Catalogs,
    notes: Notes,
    neurons: NeuronPanels,
  ) {
    this.#extensionUri = extensionUri;
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#notes = notes;
    this.#neurons = neurons;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewTypes.overview, this),
      directories.onDidChange(() => {
        for (const open of this.#open)
          open.setTitle(this.#titleOf(open.data.directory, open.data.layerName));
      }),
    );
  }

  get all(): readonly OverviewPanel[] {
    return [...this.#open];
  }

  /** Shows the overview of a directory, or of one of its layers: in the panel that has it, else in a new one. */
  open(directory: ExplanationDirectory, layerName?: string): void {
    const own = [...this.#open].find(
      ({ data }) => data.directory.uri === directory.uri && data.layerName === layerName,
    );
    if (own) {
      own.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewTypes.overview,
      this.#titleOf(directory, layerName),
      vscode.ViewColumn.Active,
    );
    this.#adopt(panel, directory, layerName);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const state = parsePageState(saved);
    const uri = state && namedUri(state.uri);
    if (!uri || !mayLookAt(uri)) {
      logRefused('overview', saved);
      panel.dispose();
      return;
    }
    // Only a directory that is known has a catalog that is kept up to date.
    await this.#directories.ready;
    const directory = this.#directories.at(uri);
    this.#adopt(panel, directory, state.layer ?? undefined);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const open of this.#open) open.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, directory: ExplanationDirectory, layerName?: string): void {
    panel.title = this.#titleOf(directory, layerName);
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'overview-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'overview-dark.svg'),
    };
    const data = new OverviewData(directory, layerName);
    const open = new OverviewPanel(
      panel,
      this.#extensionUri,
      data,
      this.#directories,
      this.#catalogs,
      this.#notes,
      this.#neurons,
    );
    this.#open.add(open);
    panel.onDidDispose(() => {
      this.#open.delete(open);
      open.dispose();
    });
  }

  #titleOf(directory: ExplanationDirectory, layerName: string | undefined): string {
    const name = this.#directories.nameOf(directory);
    if (layerName === undefined) return vscode.l10n.t('Overview of {0}', name);
    const title = vscode.l10n.t('Overview of Layer {0}', Number(layerName));
    return this.#directories.all.length > 1 ? `${title} · ${name}` : title;
  }
}
