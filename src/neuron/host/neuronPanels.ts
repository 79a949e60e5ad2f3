import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import { type OpenPanel, Panels } from '../../panels/panels.ts';
import type { Directories } from '../../workspace/directories.ts';
import { neuronTitle } from '../../workspace/namesOf.ts';
import { mayLookAt, namedUri } from '../../workspace/place.ts';
import { NeuronWebview, type PageParts } from './neuronWebview.ts';
import { parsePageState } from '../contract/contract.ts';

export interface OpenOptions {
  /** In a tab of its own, which no other neuron will replace. */
  readonly keep?: boolean;
  readonly preserveFocus?: boolean;
  /** The column of an editor that is to stay in sight. */
  readonly beside?: vscode.ViewColumn;
}

interface Subject {
  readonly neuron: NeuronRef;
  readonly kept: boolean;
}

type Open = OpenPanel<NeuronWebview>;

/**
 * All pages that show neurons: a panel that is used again and again, those that were kept, and
 * editors of files.
 */
export class NeuronPanels implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #panels: Panels<Subject, NeuronWebview>;
  readonly #subscriptions: vscode.Disposable;

  /** A page was opened or closed, another is in front, or one shows another neuron. */
  readonly onDidChange: vscode.Event<void>;

  constructor(extensionUri: vscode.Uri, directories: Directories, parts: PageParts) {
    this.#directories = directories;
    this.#panels = new Panels<Subject, NeuronWebview>(extensionUri, {
      viewType: viewTypes.panel,
      name: 'neuron',
      icon: 'neuron',
      options: { enableFindWidget: true },
      restore: (saved) => this.#restore(saved),
      shows: (view, { neuron }) => neuronUri(view.neuron) === neuronUri(neuron),
      create: ({ webview }, { neuron, kept }) =>
        new NeuronWebview(webview, extensionUri, neuron, {
          // Of two previews one can be used again; the other stays as it is.
          kept: kept || this.#preview !== undefined,
          ...parts,
        }),
    });
    this.onDidChange = this.#panels.onDidChange;
    this.#subscriptions = vscode.Disposable.from(
      this.#panels,
      this.onDidChange(() => this.#setTitles()),
      directories.onDidChange(() => this.#setTitles()),
    );
  }

  /** The active page, in a panel or a custom editor. */
  get active(): NeuronWebview | undefined {
    return this.#panels.active?.view;
  }

  /** Whether the active page is a custom editor, which can show no other file. */
  get isEditorActive(): boolean {
    return this.#panels.active?.panel.viewType === viewTypes.editor;
  }

  /** The neurons that all pages show. */
  get neurons(): readonly NeuronRef[] {
    return this.#panels.views.map(({ neuron }) => neuron);
  }

  /** What the preview shows, and whether it is the editor in front. */
  get preview():
    | { readonly neuron: NeuronRef; readonly view: NeuronWebview; readonly active: boolean }
    | undefined {
    const found = this.#preview;
    return found && { neuron: found.view.neuron, view: found.view, active: found.panel.active };
  }

  closePreview(): void {
    this.#preview?.panel.dispose();
  }

  /** Shows a neuron: in the panel that has it, else in the preview, else in a new panel. */
  async open(neuron: NeuronRef, options: OpenOptions = {}) {
    const { keep = false, preserveFocus = false, beside } = options;
    const uri = neuronUri(neuron);
    const own = this.#own.find(({ view }) => neuronUri(view.neuron) === uri);
    const target = own ?? this.#preview;
    if (!target) {
      const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#panels.create({ neuron, kept: keep }, { viewColumn, preserveFocus });
      return;
    }
    if (keep) target.view.keep();
    const inTheWay = beside !== undefined && target.panel.viewColumn === beside;
    target.panel.reveal(inTheWay ? vscode.ViewColumn.Beside : undefined, preserveFocus);
    if (target === own) await target.view.retry();
    else await target.view.show(neuron);
  }

  /** Shows `next` in the panel that shows `neuron`. */
  async step(neuron: NeuronRef, next: NeuronRef): Promise<void> {
    const uri = neuronUri(neuron);
    const at = this.#own.find(({ panel, view }) => panel.active && neuronUri(view.neuron) === uri);
    if (at) await at.view.show(next);
    else await this.open(next);
  }

  /** Gives the panel of a neuron a life of its own. */
  async keepOpen(neuron: NeuronRef): Promise<void> {
    await this.open(neuron, { keep: true });
  }

  /** Puts a neuron into a file's editor, which shows no other. */
  addEditor(panel: vscode.WebviewPanel, neuron: NeuronRef): void {
    this.#panels.add(panel, { neuron, kept: true });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    return this.#panels.deserializeWebviewPanel(panel, saved);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Those that are no editors of files. */
  get #own(): readonly Open[] {
    return this.#panels.all.filter(({ panel }) => panel.viewType !== viewTypes.editor);
  }

  get #preview(): Open | undefined {
    return this.#own.find(({ view }) => !view.kept);
  }

  #restore(saved: unknown): Subject | undefined {
    const state = parsePageState(saved);
    const uri = state && namedUri(state.uri);
    if (!uri || !mayLookAt(uri)) return undefined;
    const neuron = this.#directories.neuronAt(uri);
    return neuron && { neuron, kept: state.kept };
  }

  /** Tabs of neurons with one number name their directories, as VS Code does for files. */
  #setTitles(): void {
    for (const { panel, view } of this.#own) {
      const id = neuronId(view.neuron);
      const isAmbiguous = this.#own.some(
        ({ view: { neuron } }) =>
          neuronId(neuron) === id && neuron.directory.uri !== view.neuron.directory.uri,
      );
      const title = isAmbiguous
        ? neuronTitle(view.neuron, this.#directories.nameOf(view.neuron.directory))
        : id;
      if (panel.title !== title) panel.title = title;
    }
  }
}
