import * as vscode from 'vscode';
import { commands, contextKeys, views } from '../names.ts';
import { visible } from '../text/display.ts';
import type { CatalogProgress, Catalogs } from './catalogs.ts';
import type { Directories } from './directories.ts';
import { formatCount } from '../text/number.ts';

/** Shorter indexing, in milliseconds, is not shown. */
const patience = 400;

/** Shows the progress of catalogs in the status bar and the view's progress bar. */
export class CatalogStatus implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #unsaved: vscode.StatusBarItem;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the view's progress; undefined if none is shown. */
  #endProgress: (() => void) | undefined;

  constructor(directories: Directories, catalogs: Catalogs) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#item = vscode.window.createStatusBarItem(
      'catalog',
      vscode.StatusBarAlignment.Left,
      // To the right of other items about files.
      -10,
    );
    this.#item.name = vscode.l10n.t('Neuron Catalog');
    this.#unsaved = vscode.window.createStatusBarItem(
      'catalogUnsaved',
      vscode.StatusBarAlignment.Left,
      -10,
    );
    this.#unsaved.name = vscode.l10n.t('Neuron Catalog Not Saved');
    this.#unsaved.text = `$(warning) ${vscode.l10n.t('Neuron catalog not saved')}`;
    this.#unsaved.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#unsaved.command = commands.showLog;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      this.#unsaved,
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
    this.#showUnsaved();
    const progress = this.#catalogs.overall;
    const state = progress?.state ?? 'done';
    void vscode.commands.executeCommand('setContext', contextKeys.reading, state === 'reading');
    void vscode.commands.executeCommand('setContext', contextKeys.paused, state === 'paused');
    void vscode.commands.executeCommand('setContext', contextKeys.partial, state === 'partial');
    if (!progress || state === 'done' || state === 'partial') this.#hide();
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

  /** Stays while catalogs cannot be saved. Everything works without, only slower next time. */
  #showUnsaved(): void {
    const { unsaved, storage } = this.#catalogs;
    if (unsaved === undefined) {
      this.#unsaved.hide();
      return;
    }
    this.#unsaved.tooltip = [
      vscode.l10n.t('Could not save the catalog of your explanations in {0}.', visible(storage)),
      visible(unsaved),
      vscode.l10n.t('Check that the disk has space and that the folder is writable.'),
      vscode.l10n.t('Until then, each window has to index the files again. Click to show the log.'),
    ].join('\n');
    this.#unsaved.show();
  }

  #show(progress: CatalogProgress): void {
    const of = countText(progress);
    if (progress.state === 'paused') {
      this.#item.text = `$(debug-pause) ${of}`;
      this.#item.tooltip = this.#tooltip(vscode.l10n.t('Indexing paused. Click to resume.'));
      this.#item.command = commands.resumeReading;
    } else {
      this.#item.text = `$(sync~spin) ${of}`;
      this.#item.tooltip = this.#tooltip(
        vscode.l10n.t('Indexing explanations and scores. Click to pause; nothing is lost.'),
      );
      this.#item.command = commands.pauseReading;
    }
    this.#item.show();
  }

  /** Lists the progress of each directory if there are several. */
  #tooltip(text: string): string {
    const { all } = this.#directories;
    if (all.length < 2) return text;
    const lines = all.flatMap(({ directory, name }) => {
      const progress = this.#catalogs.progress(directory);
      return progress ? [`${name}: ${countText(progress)}`] : [];
    });
    return [text, ...lines].join('\n');
  }
}

function countText({ exact, total, listed }: CatalogProgress): string {
  return vscode.l10n.t(
    '{0} of {1} neurons',
    formatCount(exact),
    formatCount(total) + (listed ? '' : '+'),
  );
}
