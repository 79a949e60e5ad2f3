import * as vscode from 'vscode';
import { logRefused } from '../workspace/log.ts';

/** What is in a panel. */
interface PanelView extends vscode.Disposable {
  /** It is about something else now. */
  readonly onDidShow?: vscode.Event<void>;
}

export interface OpenPanel<View> {
  readonly panel: vscode.WebviewPanel;
  readonly view: View;
}

/** One kind of panels: how they look, and how what they are about comes into them. */
export interface PanelKind<Subject, View> {
  readonly viewType: string;
  /** What the log calls its page. */
  readonly name: string;
  readonly icon: 'neuron' | 'overview';
  readonly options?: vscode.WebviewPanelOptions;
  /** What a page was about, by what it has kept; undefined where that may not be shown. */
  restore(saved: unknown): Subject | undefined | Promise<Subject | undefined>;
  shows(view: View, subject: Subject): boolean;
  /** Puts a page into a panel, to which it also gives a title. */
  create(panel: vscode.WebviewPanel, subject: Subject): View;
}

/** The panels of one kind that are open: each has its page until it is closed. */
export class Panels<Subject, View extends PanelView>
  implements vscode.WebviewPanelSerializer, vscode.Disposable
{
  readonly #extensionUri: vscode.Uri;
  readonly #kind: PanelKind<Subject, View>;
  readonly #open = new Set<OpenPanel<View>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #serializer: vscode.Disposable;

  /** One was opened or closed, another is in front, or one shows something else. */
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

  /** The one in front. Until VS Code says that another is no longer, that is the newer one. */
  get active(): OpenPanel<View> | undefined {
    return this.all.findLast(({ panel }) => panel.active);
  }

  /** Shows something: in the panel that has it, else in a new one. */
  open(subject: Subject): void {
    const own = this.all.find(({ view }) => this.#kind.shows(view, subject));
    if (own) own.panel.reveal();
    else this.create(subject, vscode.ViewColumn.Active);
  }

  create(subject: Subject, where: Parameters<typeof vscode.window.createWebviewPanel>[2]): void {
    const { viewType, options } = this.#kind;
    this.#adopt(vscode.window.createWebviewPanel(viewType, '', where, options), subject);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const subject = await this.#kind.restore(saved);
    if (subject) this.#adopt(panel, subject);
    else {
      logRefused(this.#kind.name, saved);
      panel.dispose();
    }
  }

  /** Takes a panel, or an editor, which has its own look, and puts a page into it. */
  add(panel: vscode.WebviewPanel, subject: Subject): void {
    const view = this.#kind.create(panel, subject);
    const entry = { panel, view };
    this.#open.add(entry);
    const tell = () => this.#changed.fire();
    panel.onDidChangeViewState(tell);
    view.onDidShow?.(tell);
    panel.onDidDispose(() => {
      this.#open.delete(entry);
      view.dispose();
      tell();
    });
    tell();
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
