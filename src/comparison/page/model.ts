import * as l10n from '@vscode/l10n';
import type { Asks } from '../../ui/rpc.ts';
import { Store } from '../../ui/store.ts';
import type {
  Compared,
  ComparedRow,
  Comparison,
  Layout,
  PageState,
  Requests,
  RowOrder,
  SideName,
} from '../contract/contract.ts';

/** Everything that the page draws. */
export interface Snapshot {
  /** Null until the host has answered. */
  readonly comparison: Comparison | null;
  readonly layout: Layout;
  /** Why there is no comparison; null while it loads. */
  readonly failure: string | null;
  readonly rows: readonly ComparedRow[];
  readonly total: number;
  readonly loading: boolean;
  /** Why the next rows could not be loaded. */
  readonly error: string | null;
  /** Why a request of the reader failed. */
  readonly notice: string | null;
}

/** The page's data and its changes, independent of the DOM. */
export class Model extends Store<Snapshot> {
  readonly #rpc: Asks<Requests>;
  readonly #save: (compared: Compared | Pick<PageState, 'layout'>) => void;

  constructor(
    rpc: Asks<Requests>,
    save: (change: Compared | Pick<PageState, 'layout'>) => void,
    layout: Layout = 'text',
  ) {
    super({
      comparison: null,
      layout,
      failure: null,
      rows: [],
      total: 0,
      loading: false,
      error: null,
      notice: null,
    });
    this.#rpc = rpc;
    this.#save = save;
  }

  show(comparison: Comparison): void {
    const { left, right, order, first } = comparison;
    this.#save({
      left: { uri: left.content.uri, explanation: left.explanation },
      right: { uri: right.content.uri, explanation: right.explanation },
      order,
    });
    const { rows, total } = first;
    this.change({
      comparison,
      failure: null,
      rows,
      total,
      loading: false,
      error: null,
      notice: null,
    });
  }

  fail(failure: string): void {
    this.change({ failure });
  }

  retry(): void {
    this.change({ failure: null });
    this.#rpc
      .request('retry')
      .catch((error: unknown) => this.change({ failure: messageOf(error) }));
  }

  /** Also retries after an error. */
  loadMore(): void {
    const { comparison, rows, total, loading } = this.snapshot;
    if (!comparison || loading || rows.length >= total) return;
    const { version } = comparison;
    this.change({ loading: true, error: null });
    const current = () => this.snapshot.comparison?.version === version;
    this.#rpc.request('rows', { version, from: rows.length }).then(
      (page) => {
        if (!current()) return;
        if (page.from !== rows.length || page.rows.length === 0) {
          this.change({ loading: false, error: l10n.t('Unexpected answer from the extension.') });
        } else this.change({ loading: false, rows: [...rows, ...page.rows] });
      },
      (error: unknown) => {
        if (current()) this.change({ loading: false, error: messageOf(error) });
      },
    );
  }

  choose(side: SideName, explanation: number): void {
    this.#report(this.#rpc.request('choose', { side, explanation }));
  }

  sort(order: RowOrder): void {
    this.#report(this.#rpc.request('order', { order }));
  }

  setLayout(layout: Layout): void {
    this.#save({ layout });
    this.change({ layout });
  }

  swap(): void {
    this.#report(this.#rpc.request('swap'));
  }

  open(side: SideName): void {
    this.#report(this.#rpc.request('open', { side }));
  }

  dismissNotice(): void {
    this.change({ notice: null });
  }

  /** Shows a failure to the reader. */
  #report(asked: Promise<void>): void {
    asked.catch((error: unknown) => this.change({ notice: messageOf(error) }));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
