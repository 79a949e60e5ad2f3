import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import type { Directories } from '../../workspace/directories.ts';
import { logRefused } from '../../workspace/log.ts';
import { neuronTitle } from '../../workspace/namesOf.ts';
import { mayLookAt, namedNeuron, neuronRef } from '../../workspace/place.ts';
import type { NeuronViews } from './neuronViews.ts';
import type { NeuronWebview } from './neuronWebview.ts';
import { parsePageState } from '../contract/contract.ts';

export interface OpenOptions {
  /** In a tab of its own, which no other neuron will replace. */
  readonly keep?: boolean;
  readonly preserveFocus?: boolean;
  /** The column of an editor that is to stay in sight. */
  readonly besides?: vscode.ViewColumn;
}

interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  readonly view: NeuronWebview;
}

/** The panels that show neurons: one that is used again and again, and those that were kept. */
export class NeuronPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #directories: Directories;
  readonly #views: NeuronViews;
  readonly #open = new Set<OpenPanel>();
  readonly #subscriptions: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, directories: Directories, views: NeuronViews) {
    this.#extensionUri = extensionUri;
    this.#directories = directories;
    this.#views = views;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewTypes.panel, this),
      directories.onDidChange(() => this.#setTitles()),
    );
  }

  /** The neuron in the panel that has the focus. */
  get active(): NeuronRef | undefined {
    return this.activeView?.neuron;
  }

  get activeView(): NeuronWebview | undefined {
    return this.#find(({ panel }) => panel.active)?.view;
  }

  /** What the preview shows, and whether it is the editor in front. */
  get preview():
    | { readonly neuron: NeuronRef; readonly view: NeuronWebview; readonly active: boolean }
    | undefined {
    const found = this.#find(({ view }) => !view.kept);
    return found && { neuron: found.view.neuron, view: found.view, active: found.panel.active };
  }

  closePreview(): void {
    this.#find(({ view }) => !view.kept)?.panel.dispose();
  }

  /** Shows a neuron: in the panel that has it, else in the preview, else in a new panel. */
  async open(neuron: NeuronRef, options: OpenOptions = {}) {
    const { keep = false, preserveFocus = false, besides } = options;
    const uri = neuronUri(neuron);
    const preview = this.#find(({ view }) => !view.kept);
    const own = this.#find(({ view }) => neuronUri(view.neuron) === uri);
    const target = own ?? preview;
    if (!target) {
      this.#create(neuron, keep, {
        viewColumn: besides ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
        preserveFocus,
      });
      return;
    }
    if (keep) target.view.keep();
    const inTheWay = besides !== undefined && target.panel.viewColumn === besides;
    target.panel.reveal(inTheWay ? vscode.ViewColumn.Beside : undefined, preserveFocus);
    if (target === own) await target.view.retry();
    else await this.#swap(target, neuron);
  }

  /** Shows `next` where `neuron` is shown now, be it the preview or a panel that was kept. */
  async step(neuron: NeuronRef, next: NeuronRef): Promise<void> {
    const at = this.#find(
      ({ panel, view }) => panel.active && neuronUri(view.neuron) === neuronUri(neuron),
    );
    if (at) await this.#swap(at, next);
    else await this.open(next);
  }

  /** Gives the panel of a neuron a life of its own. */
  async keepOpen(neuron: NeuronRef): Promise<void> {
    await this.open(neuron, { keep: true });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const state = parsePageState(saved);
    const place = state && namedNeuron(state.uri);
    if (!place || !mayLookAt(place.directory)) {
      logRefused('neuron', saved);
      panel.dispose();
      return Promise.resolve();
    }
    const directory = this.#directories.at(place.directory);
    // Of two previews one can be used again; the other stays as it is.
    const kept = state.kept || this.#find(({ view }) => !view.kept) !== undefined;
    this.#adopt(panel, neuronRef(directory, place.layerName, place.fileName), kept);
    return Promise.resolve();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const { view } of this.#open) view.dispose();
  }

  async #swap({ view }: OpenPanel, neuron: NeuronRef): Promise<void> {
    const shown = view.show(neuron);
    this.#setTitles();
    await shown;
  }

  /** Tabs of neurons with one number name their directories, as VS Code does for files. */
  #setTitles(): void {
    for (const { panel, view } of this.#open) {
      const id = neuronId(view.neuron);
      const isAmbiguous = [...this.#open].some(
        ({ view: { neuron } }) =>
          neuronId(neuron) === id && neuron.directory.uri !== view.neuron.directory.uri,
      );
      const title = isAmbiguous
        ? neuronTitle(view.neuron, this.#directories.nameOf(view.neuron.directory))
        : id;
      if (panel.title !== title) panel.title = title;
    }
  }

  #create(
    neuron: NeuronRef,
    keep: boolean,
    place: { viewColumn: vscode.ViewColumn; preserveFocus: boolean },
  ): void {
    const panel = vscode.window.createWebviewPanel(viewTypes.panel, neuronId(neuron), place, {
      enableFindWidget: true,
    });
    this.#adopt(panel, neuron, keep);
  }

  #adopt(panel: vscode.WebviewPanel, neuron: NeuronRef, kept: boolean): void {
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-dark.svg'),
    };
    const view = this.#views.create(panel, neuron, kept);
    const entry = { panel, view };
    this.#open.add(entry);
    this.#setTitles();
    panel.onDidDispose(() => {
      this.#open.delete(entry);
      this.#setTitles();
      view.dispose();
    });
  }

  #find(matches: (open: OpenPanel) => boolean): OpenPanel | undefined {
    return [...this.#open].find(matches);
  }
}
