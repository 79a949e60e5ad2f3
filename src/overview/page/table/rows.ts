import type { Row } from '../../contract/protocol.ts';

/** How many rows are asked for at once. */
export const pageSize = 100;
/** How many pages are kept: some screens up and down. */
const mostPages = 24;

type Ask = (from: number, count: number) => Promise<readonly Row[] | null>;

/** The rows of one view, as far as they have been looked at. Asks for those that are not here. */
export class Rows {
  readonly #ask: Ask;
  readonly #arrived: () => void;
  /** By their number; those that were used last are last. */
  readonly #pages = new Map<number, readonly Row[] | 'asked'>();

  constructor(ask: Ask, arrived: () => void) {
    this.#ask = ask;
    this.#arrived = arrived;
  }

  /** A row, if it is here. */
  get(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / pageSize));
    return page === 'asked' ? undefined : page?.[index % pageSize];
  }

  /** Sees to it that these rows are here or come. Resolves when the first that were missing have come. */
  async need(first: number, end: number): Promise<void> {
    const asked: Promise<void>[] = [];
    for (let page = Math.floor(first / pageSize); page * pageSize < end; page++) {
      const known = this.#pages.get(page);
      if (known) {
        this.#pages.delete(page);
        this.#pages.set(page, known);
      } else asked.push(this.#load(page));
    }
    await Promise.all(asked);
  }

  async #load(page: number): Promise<void> {
    this.#pages.set(page, 'asked');
    let rows: readonly Row[] | null;
    try {
      rows = await this.#ask(page * pageSize, pageSize);
    } catch {
      // Asked for again when it is next in sight.
      rows = null;
    }
    if (!rows) {
      this.#pages.delete(page);
      return;
    }
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
    }
    this.#arrived();
  }
}
