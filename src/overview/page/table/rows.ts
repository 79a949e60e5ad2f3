import type { Row } from '../../contract/contract.ts';

/** Rows per request. */
export const pageSize = 100;
/** Cached pages: a few screens up and down. */
const mostPages = 24;

type Ask = (from: number, count: number) => Promise<readonly Row[] | null>;

/** The rows of one view, cached and loaded on demand. */
export class Rows {
  readonly #ask: Ask;
  readonly #arrived: () => void;
  /** By page number, the most recently used last. */
  readonly #pages = new Map<number, readonly Row[] | 'asked'>();

  constructor(ask: Ask, arrived: () => void) {
    this.#ask = ask;
    this.#arrived = arrived;
  }

  /** Undefined until loaded. */
  get(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / pageSize));
    return page === 'asked' ? undefined : page?.[index % pageSize];
  }

  /** Requests missing rows, and resolves when these requests have settled. */
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
      // Requested again when it is next visible.
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
