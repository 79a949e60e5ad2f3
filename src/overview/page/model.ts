import type { Asks } from '../../ui/rpc.ts';
import type { SavedState } from '../../ui/savedState.ts';
import { Store } from '../../ui/store.ts';
import type {
  DirectorySummary,
  OverviewDocument,
  OverviewFailure,
  PageState,
  Picture,
  Requests,
  Row,
  Selection,
  Sort,
  View,
  ViewOptions,
} from '../contract/contract.ts';
import { noSelection } from './state.ts';
import { Rows } from './table/rows.ts';

/** A view, with its options and rows. */
export interface Table {
  readonly options: ViewOptions;
  readonly view: View;
  readonly rows: Rows;
}

/** Everything that the page draws. */
export interface Snapshot {
  /** Null until the host has answered, and if it cannot be shown. */
  readonly overview: OverviewDocument | null;
  /** Why it cannot be shown. */
  readonly failure: OverviewFailure | null;
  /** Empty if the window has only one. */
  readonly directories: readonly DirectorySummary[];
  readonly options: ViewOptions;
  /** Null until the first view arrives. */
  readonly table: Table | null;
  /** Why a request of the reader failed. */
  readonly notice: string | null;
}

/** The page's data and its changes, independent of the DOM. */
export class Model extends Store<Snapshot> {
  readonly #rpc: Asks<Requests>;
  readonly #saved: SavedState<PageState>;
  #asked = 0;
  /** Rows to draw. A new view waits for them, so that nothing flickers. */
  #visible: readonly [first: number, end: number] = [0, 50];

  constructor(rpc: Asks<Requests>, saved: SavedState<PageState>) {
    const { sort, query, selection, top } = saved.state;
    super({
      overview: null,
      failure: null,
      directories: [],
      options: { sort, query, selection },
      table: null,
      notice: null,
    });
    this.#rpc = rpc;
    this.#saved = saved;
    this.#visible = [top, top + 50];
  }

  /** The first visible row in the saved state. */
  get savedTop(): number {
    return this.#saved.state.top;
  }

  show(overview: OverviewDocument): void {
    const { uri, layer } = overview;
    this.#saved.set({ uri, layer });
    this.change({ overview, failure: null });
    void this.#refresh();
  }

  /** Shows nothing but the failure until the next `show`. */
  fail(failure: OverviewFailure): void {
    // Ignore answers that arrive after this.
    this.#asked++;
    this.change({ overview: null, failure, table: null, notice: null });
  }

  showDirectories(directories: readonly DirectorySummary[]): void {
    this.change({ directories });
  }

  /** The rows to draw, from `first` to before `end`, and the first visible one. */
  setVisible(first: number, end: number, top: number): void {
    this.#visible = [first, end];
    if (top !== this.savedTop) this.#saved.setScroll(() => ({ top }));
    void this.snapshot.table?.rows.need(first, end);
  }

  sortBy(sort: Sort): void {
    this.#choose({ sort });
  }

  filter(query: string): void {
    if (query !== this.snapshot.options.query) this.#choose({ query });
  }

  select(selection: Selection): void {
    this.#choose({ selection });
  }

  /** Shows all neurons that match a query, whatever is selected. */
  showOnly(query: string): void {
    this.#choose({ query, selection: noSelection });
  }

  /** Redraws ages, and filters by them again. */
  timePassed(): void {
    this.change({});
    if (this.snapshot.table?.view.dependsOnTime) void this.#refresh();
  }

  clearSelection(): void {
    this.#choose({ selection: noSelection });
  }

  open({ key }: Row, how: { pinned: boolean; preserveFocus: boolean }): void {
    void this.#report(this.#rpc.request('open', { key, ...how }));
  }

  openDirectory(uri: string): void {
    void this.#report(this.#rpc.request('openDirectory', { uri }));
  }

  saveTable(): void {
    void this.#report(this.#rpc.request('saveTable'));
  }

  savePlot(draw: () => Picture | Promise<Picture>): Promise<void> {
    return this.#report(
      Promise.resolve()
        .then(draw)
        .then((picture) => this.#rpc.request('savePlot', picture)),
    );
  }

  dismissNotice(): void {
    this.change({ notice: null });
  }

  #choose(change: Partial<ViewOptions>): void {
    this.#saved.set({ ...change, top: 0 });
    this.#visible = [0, this.#visible[1] - this.#visible[0]];
    this.change({ options: { ...this.snapshot.options, ...change } });
    void this.#refresh();
  }

  /** Requests a view for the current options. Only the last request counts. */
  async #refresh(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { options } = this.snapshot;
      const view = await this.#rpc.request('view', options);
      if (asked !== this.#asked) return;
      const rows = this.#rowsOf(view);
      const [first, end] = this.#visible;
      await rows.need(first, Math.min(end, view.totals.neurons));
      if (asked === this.#asked) this.change({ table: { options, view, rows } });
    } catch (error) {
      if (asked === this.#asked) this.change({ notice: messageOf(error) });
    }
  }

  #rowsOf({ view }: View): Rows {
    const ask = (from: number, count: number) => this.#rpc.request('rows', { view, from, count });
    return new Rows(ask, () => this.change({}));
  }

  /** Shows a failure to the reader. */
  async #report(asked: Promise<unknown>): Promise<void> {
    try {
      await asked;
    } catch (error) {
      this.change({ notice: messageOf(error) });
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
