import * as vscode from 'vscode';
import { fold } from '../catalog/search/fold.ts';
import { searchForgivingly, suggestedWords, wordsOf } from '../catalog/search/nearestWords.ts';
import { queryHint } from '../catalog/search/queryHint.ts';
import type { SearchOptions, SearchResult } from '../catalog/search/search.ts';
import { Outdated, Slices } from '../catalog/slices.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import type { Directories } from '../workspace/directories.ts';
import { isHighlighted } from './markedText.ts';
import { isSame, resultItem, type ResultItem, resultTitle } from './resultItem.ts';
import { type HintItem, hintItems, suggestionItems } from './searchCommand.ts';

/** After the list is shown, so that no key is lost. */
const loadQueries = () => import('../catalog/search/query.ts');

/** More than anyone scrolls through. */
const shown = 200;

/**
 * The interval in milliseconds at which the list updates during indexing. Longer if a search is
 * slow.
 */
const refreshInterval = 300;
const shareOfTime = 5;

/** The quick pick for searching all explanations of all directories. */
export class SearchPick implements vscode.Disposable {
  readonly pick = vscode.window.createQuickPick<ResultItem | HintItem>();
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #subscriptions: vscode.Disposable;
  #sort: SearchOptions['sort'];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastTook = 0;
  /** Whether the user has moved in the list. VS Code selects the first item by itself. */
  #moved = false;
  #showsHints = false;
  /** The latest fill of the list, and the number of fills. */
  #filling: Promise<void> = Promise.resolve();
  #fillings = 0;
  /** The number of the fill that the list shows. */
  #filled = 0;

  /** `onMove` is called for each selected result, starting with the user's first move. */
  constructor(
    directories: Directories,
    catalogs: Catalogs,
    sort: SearchOptions['sort'],
    onMove: (result: SearchResult) => void,
  ) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#sort = sort;
    this.pick.placeholder = vscode.l10n.t('Search explanations: {0}', queryHint());
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

  /** Shows the search syntax instead of the results, or the results again. */
  toggleHints(): void {
    void this.#fill(!this.#showsHints);
  }

  /** Appends a term to the query, or replaces the words that it is suggested for. */
  take({ hint, instead }: HintItem): void {
    const { value } = this.pick;
    this.pick.value =
      instead === undefined
        ? `${value.trimEnd()} ${hint}`.trimStart()
        : value.replace(/\S+/g, (word) => (fold(word) === instead ? hint : word));
    void this.#fill();
  }

  /** The first `limit` results, of which the list shows only some. */
  async all(limit: number): Promise<readonly SearchResult[]> {
    const typed = this.pick.value;
    const { parseQuery } = await loadQueries();
    const query = parseQuery(typed);
    const options = { limit, sort: this.#sort };
    return (await searchForgivingly(this.directories, query, options)).results;
  }

  /** The item that Enter accepts. While the list is filling, the first of the new items. */
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

  /** As `#fill` for the same query. Keeps the user's selection. */
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

  /** `around` is called right before the items change, and its result right after. */
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
    const { parseQuery } = await loadQueries();
    const query = parseQuery(typed);
    const isWanted = () => filling === this.#fillings;
    const options = { limit: shown, sort: this.#sort };
    const slices = new Slices(isWanted);
    const found = await searchForgivingly(this.directories, query, options, slices);
    const suggested =
      found.total === 0 && !found.instead
        ? suggestedWords(
            query.texts,
            await wordsOf(
              this.directories.map(({ catalog }) => catalog),
              slices,
            ),
          )
        : new Map<string, readonly string[]>();
    if (!isWanted()) return;
    this.#lastTook = performance.now() - start;
    const { all } = this.#directories;
    const names = new Map(all.map(({ directory, name }) => [directory.uri, name]));
    const highlighted = found.instead === undefined && isHighlighted(typed, query);
    const after = around?.();
    this.pick.items = [
      ...found.results.map((result) =>
        resultItem(
          result,
          highlighted,
          all.length > 1 ? names.get(result.neuron.directory.uri) : undefined,
        ),
      ),
      ...suggestionItems(suggested),
    ];
    after?.();
    const progress = all.flatMap(({ directory }) => this.#catalogs.progress(directory) ?? []);
    this.pick.title =
      suggested.size > 0
        ? vscode.l10n.t('No match. Did you mean one of these words?')
        : resultTitle(found, progress);
    this.pick.busy = progress.some(({ state }) => state === 'reading');
    this.#filled = filling;
  }
}
