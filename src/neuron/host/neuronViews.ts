import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { NeuronWebview, type PageParts } from './neuronWebview.ts';

interface OpenView {
  readonly panel: vscode.WebviewPanel;
  readonly view: NeuronWebview;
}

/** All pages that show neurons, be they panels or editors of files. */
export class NeuronViews implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #parts: PageParts;
  readonly #open = new Set<OpenView>();
  readonly #changed = new vscode.EventEmitter<void>();

  /** Another page is in front, or it shows another neuron. */
  readonly onDidChangeActive = this.#changed.event;

  constructor(extensionUri: vscode.Uri, parts: PageParts) {
    this.#extensionUri = extensionUri;
    this.#parts = parts;
  }

  /** The neurons that all pages show. */
  get neurons(): readonly NeuronRef[] {
    return [...this.#open].map(({ view }) => view.neuron);
  }

  /** The page that has the focus. */
  get active(): NeuronWebview | undefined {
    return [...this.#open].find(({ panel }) => panel.active)?.view;
  }

  /** Puts a neuron's page into a panel. Who asks for it disposes of it. */
  create(panel: vscode.WebviewPanel, neuron: NeuronRef, kept: boolean): NeuronWebview {
    const view = new NeuronWebview(panel.webview, this.#extensionUri, neuron, {
      kept,
      ...this.#parts,
    });
    const entry = { panel, view };
    this.#open.add(entry);
    const tell = () => this.#changed.fire();
    const subscriptions = vscode.Disposable.from(
      panel.onDidChangeViewState(tell),
      view.onDidShow(tell),
    );
    panel.onDidDispose(() => {
      this.#open.delete(entry);
      subscriptions.dispose();
      tell();
    });
    tell();
    return view;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
