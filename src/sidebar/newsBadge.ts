import * as vscode from 'vscode';
import { formatCount } from '../text/number.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import { coalesce } from '../workspace/coalesce.ts';
import type { Directories, KnownDirectory } from '../workspace/directories.ts';
import type { NeuronTree } from './neuronTree.ts';
import { type News, newsSince, type Seen, seenOf } from './news.ts';

/** The memento key of what was seen, by the directory's URI. */
const seenKey = 'seen';
const delay = 500;

/** The badge of the view: new, changed and unreadable files since the view was last visible. */
export class NewsBadge implements vscode.Disposable {
  readonly #tree: NeuronTree;
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #memento: vscode.Memento;
  readonly #update = coalesce(() => this.#updateNow(), delay);
  readonly #subscriptions: vscode.Disposable;

  constructor(
    tree: NeuronTree,
    directories: Directories,
    catalogs: Catalogs,
    memento: vscode.Memento,
  ) {
    this.#tree = tree;
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#memento = memento;
    this.#subscriptions = vscode.Disposable.from(
      this.#update,
      catalogs.onDidChange(() => this.#update.soon()),
      catalogs.onDidProgress(() => this.#update.soon()),
      // At once, so that what arrives after the view was hidden counts.
      tree.view.onDidChangeVisibility(() => void this.#update.now()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #updateNow(): Promise<void> {
    const before = this.#memento.get<Readonly<Record<string, Seen>>>(seenKey, {});
    const seen = { ...before };
    const news: News[] = [];
    for (const known of this.#directories.all) {
      const { catalog, uri } = known.directory;
      const last = before[uri];
      // While a directory is indexed for the first time, everything would be new.
      if (this.#tree.view.visible ? last || this.#isDone(known) : !last && this.#isDone(known))
        seen[uri] = seenOf(catalog);
      else if (last) news.push(newsSince(catalog, last));
    }
    this.#tree.view.badge = badgeOf(news);
    if (JSON.stringify(seen) !== JSON.stringify(before)) await this.#memento.update(seenKey, seen);
  }

  #isDone({ directory }: KnownDirectory): boolean {
    const { state } = this.#catalogs.progress(directory) ?? {};
    return state === 'done' || state === 'partial';
  }
}

function badgeOf(news: readonly News[]): vscode.ViewBadge | undefined {
  const changed = news.reduce((sum, each) => sum + each.changed, 0);
  const failed = news.reduce((sum, each) => sum + each.failed, 0);
  // A file can become unreadable without a change.
  const value = Math.max(changed, failed);
  if (value === 0) return undefined;
  const files =
    value === 1
      ? vscode.l10n.t('1 new or changed file')
      : vscode.l10n.t('{0} new or changed files', formatCount(value));
  const unreadable = vscode.l10n.t('{0} unreadable', formatCount(failed));
  return { value, tooltip: failed === 0 ? files : `${files}, ${unreadable}` };
}
