import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import { type OpenPanel, Panels } from '../../panels/panels.ts';
import type { Directories } from '../../workspace/directories.ts';
import { neuronTitle } from '../../workspace/namesOf.ts';
import { mayLookAt, namedUri } from '../../workspace/place.ts';
import type { NeuronWebview, PageParts } from './neuronWebview.ts';
import type { PageState } from '../contract/protocol.ts';

export interface OpenOptions {
  /** In a tab of its own, which no other neuron replaces. */
  readonly pinned?: boolean;
  readonly preserveFocus?: boolean;
  /** The column of an editor that must stay visible. */
  readonly beside?: vscode.ViewColumn;
}

interface Subject {
  readonly neuron: NeuronRef;
  readonly pinned: boolean;
}

type Open = OpenPanel<NeuronWebview>;

/** All pages of neurons: the preview, pinned panels, and editors of files. */
export class NeuronPanels implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #reader: PageParts['reader'];
  readonly #panels: Panels<Subject, NeuronWebview>;
  readonly #subscriptions: vscode.Disposable;

  /** A page was opened or closed, became active, or shows another neuron. */
  readonly onDidChange: vscode.Event<void>;

  constructor(extensionUri: vscode.Uri, directories: Directories, parts: PageParts) {
    this.#directories = directories;
    this.#reader = parts.reader;
    this.#panels = new Panels<Subject, NeuronWebview>(extensionUri, {
      viewType: viewTypes.panel,
      name: 'neuron',
      icon: 'neuron',
      shows: (view, { neuron }) => neuronUri(view.neuron) === neuronUri(neuron),
      load: async () => {
        const { NeuronWebview, parsePageState, preparePage } = await import('./neuronWebview.ts');
        preparePage(extensionUri, 'neuron');
        return {
          restore: (saved) => this.#restore(parsePageState(saved)),
          create: ({ webview }, { neuron, pinned }) =>
            new NeuronWebview(webview, extensionUri, neuron, {
              // Only one panel can be the preview.
              pinned: pinned || this.#preview !== undefined,
              ...parts,
            }),
        };
      },
    });
    this.onDidChange = this.#panels.onDidChange;
    this.#subscriptions = vscode.Disposable.from(
      this.#panels,
      this.onDidChange(() => this.#setTitles()),
      directories.onDidChange(() => this.#setTitles()),
    );
  }

  /** In a panel or a custom editor. */
  get active(): NeuronWebview | undefined {
    return this.#panels.active?.view;
  }

  get neurons(): readonly NeuronRef[] {
    return this.#panels.views.map(({ neuron }) => neuron);
  }

  /** Where the file's text is at fault, in characters, if a page says so. */
  faultOffset(neuron: NeuronRef): number | undefined {
    const uri = neuronUri(neuron);
    return this.#panels.views.find(({ shown }) => neuronUri(shown) === uri)?.faultOffset;
  }

  /** The neuron in the preview, and whether the preview is the active editor. */
  get preview():
    | { readonly neuron: NeuronRef; readonly view: NeuronWebview; readonly active: boolean }
    | undefined {
    const found = this.#preview;
    return found && { neuron: found.view.neuron, view: found.view, active: found.panel.active };
  }

  /** Loads what the first neuron needs, so that it opens as fast as others. */
  prepare(): void {
    this.#reader.prepare();
    void this.#panels.load();
  }

  closePreview(): void {
    this.#preview?.panel.dispose();
  }

  /** In the panel that already has it, else in the preview, else in a new panel. */
  async open(neuron: NeuronRef, options: OpenOptions = {}) {
    const { pinned = false, preserveFocus = false, beside } = options;
    await this.#panels.load();
    const uri = neuronUri(neuron);
    const own = this.#own.find(({ view }) => neuronUri(view.neuron) === uri);
    const target = own ?? this.#preview;
    if (!target) {
      const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#panels.create({ neuron, pinned }, { viewColumn, preserveFocus });
      return;
    }
    if (pinned) target.view.pin();
    const inTheWay = beside !== undefined && target.panel.viewColumn === beside;
    target.panel.reveal(inTheWay ? vscode.ViewColumn.Beside : undefined, preserveFocus);
    if (target === own) await target.view.retry();
    else await target.view.show(neuron);
  }

  /** Replaces `neuron` by `next` if its panel or editor is active, else opens `next`. */
  async step(neuron: NeuronRef, next: NeuronRef): Promise<void> {
    if (this.#panels.active?.panel.viewType === viewTypes.editor) {
      // An editor cannot show another file.
      const file = vscode.Uri.parse(neuronUri(next));
      await vscode.commands.executeCommand('vscode.openWith', file, viewTypes.editor);
      return;
    }
    const uri = neuronUri(neuron);
    const at = this.#own.find(({ panel, view }) => panel.active && neuronUri(view.neuron) === uri);
    if (at) await at.view.show(next);
    else await this.open(next);
  }

  /** Opens the neuron in a panel of its own, or makes its preview one. */
  async keepOpen(neuron: NeuronRef): Promise<void> {
    await this.open(neuron, { pinned: true });
  }

  /** An editor of a file shows no other neuron. */
  async addEditor(panel: vscode.WebviewPanel, neuron: NeuronRef): Promise<void> {
    await this.#panels.load();
    this.#panels.add(panel, { neuron, pinned: true });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    return this.#panels.deserializeWebviewPanel(panel, saved);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Panels that are not editors of files. */
  get #own(): readonly Open[] {
    return this.#panels.all.filter(({ panel }) => panel.viewType !== viewTypes.editor);
  }

  get #preview(): Open | undefined {
    return this.#own.find(({ view }) => !view.pinned);
  }

  #restore(state: Pick<PageState, 'uri' | 'pinned'> | undefined): Subject | undefined {
    const uri = state && namedUri(state.uri);
    if (!uri || !mayLookAt(uri)) return undefined;
    const neuron = this.#directories.neuronAt(uri);
    return neuron && { neuron, pinned: state.pinned };
  }

  /** Tabs of neurons with the same ID name their directories, as VS Code does for files. */
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
