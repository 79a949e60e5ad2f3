import * as vscode from 'vscode';
import { commands, contextKeys, views } from '../names.ts';
import type { CatalogProgress, Catalogs } from './catalogs.ts';

/** Reading that is over sooner than this, in milliseconds, is not worth a word. */
const patience = 400;

/** Says how far the catalogs are: in the status bar, and by the bar of the view. */
export class CatalogStatus implements vscode.Disposable {
  readonly #catalogs: Catalogs;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the view's progress; there is none while it is undefined. */
  #endProgress: (() => void) | undefined;

  constructor(catalogs: Catalogs) {
    this.#catalogs = catalogs;
    this.#item = vscode.window.createStatusBarItem(
      'catalog',
      vscode.StatusBarAlignment.Left,
      // To the right of what others say of files.
      -10,
    );
    this.#item.name = vscode.l10n.t('Neuron Catalog');
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      catalogs.onDidProgress(() => this.#update()),
      vscode.commands.registerCommand(commands.pauseReading, () => catalogs.pause()),
      vscode.commands.registerCommand(commands.resumeReading, () => catalogs.resume()),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#endProgress?.();
    this.#subscriptions.dispose();
  }

  #update(): void {
    const progress = this.#catalogs.overall;
    const state = progress?.state ?? 'done';
    void vscode.commands.executeCommand('setContext', contextKeys.reading, state === 'reading');
    void vscode.commands.executeCommand('setContext', contextKeys.paused, state === 'paused');
    if (!progress || state === 'done') this.#hide();
    else if (state === 'paused') this.#show(progress);
    else if (this.#endProgress) this.#show(progress);
    else this.#timer ??= setTimeout(() => this.#begin(), patience);
    if (state !== 'reading') this.#end();
  }

  #begin(): void {
    this.#timer = undefined;
    const progress = this.#catalogs.overall;
    if (progress?.state !== 'reading') return;
    this.#show(progress);
    void vscode.window.withProgress(
      { location: { viewId: views.neurons } },
      () => new Promise<void>((resolve) => (this.#endProgress = resolve)),
    );
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#endProgress?.();
    this.#endProgress = undefined;
  }

  #hide(): void {
    this.#item.hide();
  }

  #show({ exact, total, listed, state }: CatalogProgress): void {
    const number = (value: number) => value.toLocaleString(vscode.env.language);
    const of = vscode.l10n.t(
      '{0} of {1} neurons',
      number(exact),
      number(total) + (listed ? '' : '+'),
    );
    if (state === 'paused') {
      this.#item.text = `$(debug-pause) ${of}`;
      this.#item.tooltip = vscode.l10n.t('Reading is paused. Click to go on.');
      this.#item.command = commands.resumeReading;
    } else {
      this.#item.text = `$(sync~spin) ${of}`;
      this.#item.tooltip = vscode.l10n.t(
        'Reading the explanations and scores of all neurons. Click to pause; what has been read is kept.',
      );
      this.#item.command = commands.pauseReading;
    }
    this.#item.show();
  }
}
