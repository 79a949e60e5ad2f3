import * as vscode from 'vscode';
import { searchForgivingly } from '../catalog/search/forgivingSearch.ts';
import { parseQuery, queryHint } from '../catalog/search/query.ts';
import type { SearchOptions, SearchResult } from '../catalog/search/search.ts';
import { Outdated, Slices } from '../catalog/slices.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import type { Directories } from '../workspace/directories.ts';
import { isHighlighted } from './markedText.ts';
import { isSame, type ResultItem, resultItem } from './resultItem.ts';
import { resultTitle } from './resultTitle.ts';
import { type HintItem, hintItems } from './searchHints.ts';

/** More than anyone scrolls through. */
const shown = 200;

/** While files are read the list follows so often, in milliseconds; less often where a search takes long. */
const refreshInterval = 300;
const shareOfTime = 5;

/** The quick pick over all explanations of all directories, and what is in it. */
export class SearchPick implements vscode.Disposable {
  readonly pick = vscode.window.createQuickPick<ResultItem | HintItem>();
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #subscriptions: vscode.Disposable;
  #sort: SearchOptions['sort'];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastTook = 0;
  /** The reader has moved in the list, and from then on looks at what is chosen: the first is chosen by itself. */
  #moved = false;
  #showsHints = false;
  /** The latest of the fillings, and how many there were. */
  #filling: Promise<void> = Promise.resolve();
  #fillings = 0;
  /** The number of the one that the list shows. */
  #filled = 0;

  /** `onMove` is told of each result that is chosen, from the first that the reader moves to. */
  constructor(
    directories: Directories,
    catalogs: Catalogs,
    sort: SearchOptions['sort'],
    onMove: (result: SearchResult) => void,
  ) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#sort = sort;
    this.pick.placeholder = vscode.l10n.t('Search explanations: {0}', queryHint);
    this.pick.matchOnDescription = true;
    this.pick.onDidChangeValue(() => void this.#fill());
    this.pick.onDidChangeActive(([item]) => {
      if (!item || !('result' in item)) return;
      this.#moved ||= item !== this.pick.items[0];
      if (this.#moved) onMove(item.result);
    });
    this.#subscriptions = vscode.Disposable.from(
      this.pick,
      catalogs.onDidChange(() => this.#fillSoon()),
      catalogs.onDidProgress(() => this.#fillSoon()),
      directories.onDidChange(() => this.#fillSoon()),
    );
    void this.#fill();
  }

  get sort(): SearchOptions['sort'] {
    return this.#sort;
  }

  set sort(sort: SearchOptions['sort']) {
    this.#sort = sort;
    void this.#fill();
  }

  /** Says what a query may consist of, in place of the results; or shows them again. */
  toggleHints(): void {
    void this.#fill(!this.#showsHints);
  }

  /** Types a term behind what is typed already. */
  take({ hint }: HintItem): void {
    this.pick.value = `${this.pick.value.trimEnd()} ${hint}`.trimStart();
    void this.#fill();
  }

  /** The first so many results, of which the list shows but some. */
  async all(limit: number): Promise<readonly SearchResult[]> {
    const query = parseQuery(this.pick.value);
    const options = { limit, sort: this.#sort };
    return (await searchForgivingly(this.directories, query, options)).results;
  }

  /**
   * The item that Enter means: where the list is being filled, the first of what is about to be in
   * it.
   */
  async accepted(): Promise<ResultItem | HintItem | undefined> {
    const { selectedItems } = this.pick;
    const filling = this.#fillings;
    if (this.#filled === filling) return selectedItems[0];
    await this.#filling;
    return this.#fillings === filling ? this.pick.items[0] : undefined;
  }

  dispose(): void {
    this.#fillings++;
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  get directories() {
    return this.#directories.all.map(({ directory }) => directory);
  }

  #fillSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        if (!this.#showsHints) void this.#fillAgain();
      },
      Math.max(refreshInterval, shareOfTime * this.#lastTook),
    );
  }

  /** As `#fill`, for the same words: what the reader has chosen stays chosen. */
  async #fillAgain(): Promise<void> {
    await this.#fill(false, () => {
      const [chosen] = this.pick.activeItems;
      const first = this.pick.items[0];
      this.pick.keepScrollPosition = true;
      return () => {
        this.pick.keepScrollPosition = false;
        // VS Code activates the first item by itself. The user did not choose it.
        if (!chosen || chosen === first || !('result' in chosen)) return;
        const same = this.pick.items.find((item) => 'result' in item && isSame(item, chosen));
        if (same) this.pick.activeItems = [same];
      };
    });
  }

  /** `around` is called right before the items change, and what it returns right after. */
  #fill(showsHints = false, around?: () => () => void): Promise<void> {
    this.#showsHints = showsHints;
    const filling = ++this.#fillings;
    this.#filling = this.#fillNow(filling, around).catch((error: unknown) => {
      if (!(error instanceof Outdated)) throw error;
    });
    return this.#filling;
  }

  async #fillNow(filling: number, around?: () => () => void): Promise<void> {
    if (this.#showsHints) {
      this.pick.items = hintItems();
      this.pick.title = vscode.l10n.t('All search terms must match');
      this.#filled = filling;
      return;
    }
    const start = performance.now();
    const typed = this.pick.value;
    const query = parseQuery(typed);
    const isWanted = () => filling === this.#fillings;
    const options = { limit: shown, sort: this.#sort };
    const slices = new Slices(isWanted);
    const found = await searchForgivingly(this.directories, query, options, slices);
    if (!isWanted()) return;
    this.#lastTook = performance.now() - start;
    const { all } = this.#directories;
    const names = new Map(all.map(({ directory, name }) => [directory.uri, name]));
    const highlighted = found.instead === undefined && isHighlighted(typed, query);
    const after = around?.();
    this.pick.items = found.results.map((result) =>
      resultItem(
        result,
        highlighted,
        all.length > 1 ? names.get(result.neuron.directory.uri) : undefined,
      ),
    );
    after?.();
    const progress = all.flatMap(({ directory }) => this.#catalogs.progress(directory) ?? []);
    this.pick.title = resultTitle(found, progress);
    this.pick.busy = progress.some(({ state }) => state === 'reading');
    this.#filled = filling;
  }
}
