import * as vscode from 'vscode';
import { pageOptions } from './pageOptions.ts';
import { logRefused } from '../workspace/tell.ts';

interface PanelView extends vscode.Disposable {
  /** The view shows another subject. */
  readonly onDidShow?: vscode.Event<void>;
}

export interface OpenPanel<View> {
  readonly panel: vscode.WebviewPanel;
  readonly view: View;
}

/** How the panels of one view type look, and what fills them. */
export interface PanelKind<Subject, View> {
  readonly viewType: string;
  /** Names its page in the log. */
  readonly name: string;
  readonly icon: 'neuron' | 'overview';
  readonly options?: vscode.WebviewPanelOptions;
  shows(view: View, subject: Subject): boolean;
  load(): Promise<PanelCode<Subject, View>>;
}

/** Loaded with the first panel. */
export interface PanelCode<Subject, View> {
  /** The subject of a saved page state; undefined if it may not be shown. */
  restore(saved: unknown): Subject | undefined | Promise<Subject | undefined>;
  /** Fills a panel with a page and sets the panel's title. */
  create(panel: vscode.WebviewPanel, subject: Subject): View;
}

/** The open panels of one kind. */
export class Panels<Subject, View extends PanelView>
  implements vscode.WebviewPanelSerializer, vscode.Disposable
{
  readonly #extensionUri: vscode.Uri;
  readonly #kind: PanelKind<Subject, View>;
  readonly #open = new Set<OpenPanel<View>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #serializer: vscode.Disposable;
  #code: PanelCode<Subject, View> | undefined;

  /** A panel opened, closed, became active or shows another subject. */
  readonly onDidChange = this.#changed.event;

  constructor(extensionUri: vscode.Uri, kind: PanelKind<Subject, View>) {
    this.#extensionUri = extensionUri;
    this.#kind = kind;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(kind.viewType, this);
  }

  get all(): readonly OpenPanel<View>[] {
    return [...this.#open];
  }

  get views(): readonly View[] {
    return this.all.map(({ view }) => view);
  }

  /** The newest active panel: VS Code is late to report that a panel is no longer active. */
  get active(): OpenPanel<View> | undefined {
    return this.all.findLast(({ panel }) => panel.active);
  }

  /** Must have resolved before `create` and `add`. */
  async load(): Promise<void> {
    this.#code ??= await this.#kind.load();
  }

  /** Reveals the panel that shows a subject, or creates one. */
  async open(subject: Subject): Promise<void> {
    await this.load();
    const own = this.all.find(({ view }) => this.#kind.shows(view, subject));
    if (own) own.panel.reveal();
    else this.create(subject, vscode.ViewColumn.Active);
  }

  create(subject: Subject, where: Parameters<typeof vscode.window.createWebviewPanel>[2]): void {
    const { viewType } = this.#kind;
    const options = { ...this.#kind.options, ...pageOptions(this.#extensionUri) };
    this.#adopt(vscode.window.createWebviewPanel(viewType, '', where, options), subject);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    await this.load();
    const subject = await this.#code!.restore(saved);
    if (subject) this.#adopt(panel, subject);
    else {
      logRefused(this.#kind.name, saved);
      panel.dispose();
    }
  }

  /** Fills a panel with a page. An editor needs no icon, so it comes here directly. */
  add(panel: vscode.WebviewPanel, subject: Subject): void {
    const view = this.#code!.create(panel, subject);
    const entry = { panel, view };
    this.#open.add(entry);
    const changed = () => this.#changed.fire();
    panel.onDidChangeViewState(changed);
    view.onDidShow?.(changed);
    panel.onDidDispose(() => {
      this.#open.delete(entry);
      view.dispose();
      changed();
    });
    changed();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const { view } of this.#open) view.dispose();
    this.#changed.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, subject: Subject): void {
    const { icon } = this.#kind;
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', `${icon}-light.svg`),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', `${icon}-dark.svg`),
    };
    this.add(panel, subject);
  }
}
