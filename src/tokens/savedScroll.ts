import type { SavedState } from '../ui/savedState.ts';
import { isComplete, type Loaded } from './sequenceRun.ts';

/** Where a page is scrolled to, by a row: heights of rows above it are unknown until drawn. */
export interface ScrollPosition {
  /** The index of the row at the top of the window; null above the first row. */
  readonly place: number | null;
  /** Pixels from the top of the row, or of the page. */
  readonly scroll: number;
}

const top: ScrollPosition = { place: null, scroll: 0 };

/** Loading a whole file is too much for a position far down. */
const mostPages = 20;

/** Saves the scroll position, and restores it once enough rows are loaded. */
export class SavedScroll {
  readonly #saved: Pick<SavedState<ScrollPosition>, 'state' | 'setScroll'>;
  readonly #rowSelector: string;
  readonly #loadMore: () => void;
  #goal: ScrollPosition | null = null;
  #pages = 0;
  #isAtTop = true;

  constructor(
    saved: Pick<SavedState<ScrollPosition>, 'state' | 'setScroll'>,
    rowSelector: string,
    loadMore: () => void,
  ) {
    this.#saved = saved;
    this.#rowSelector = rowSelector;
    this.#loadMore = loadMore;
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // A reader who moves the page has another goal.
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = null), { passive: true, capture: true });
    }
  }

  /** Restores the saved position as rows are drawn. */
  restart(): void {
    const { place, scroll } = this.#saved.state;
    this.#goal = { place, scroll };
    this.#pages = 0;
  }

  /** Call it after each draw; null if there are no rows to load. */
  drawn(run: Loaded | null): void {
    const goal = this.#goal;
    if (goal === null || run?.loading) return;
    // Measuring would force a layout.
    if (this.#isAtTop && goal.place === null && goal.scroll === 0) {
      this.#goal = null;
      return;
    }
    const target =
      goal.place === null ? goal.scroll : topOf(this.#rows()[goal.place]) + goal.scroll;
    const reachable = document.documentElement.scrollHeight - window.innerHeight;
    const more = run !== null && !isComplete(run) && run.error === null;
    if (reachable < target && more && this.#pages++ < mostPages) {
      this.#loadMore();
      return;
    }
    this.#goal = null;
    window.scrollTo({ top: Math.min(target, reachable), behavior: 'instant' });
  }

  #scrolled(): void {
    this.#isAtTop = window.scrollY === 0;
    if (this.#goal === null) this.#saved.setScroll(() => this.#position());
  }

  #position(): ScrollPosition | null {
    // VS Code gives a hidden page no size, so everything is at its top.
    if (window.innerHeight === 0) return null;
    if (window.scrollY === 0) return top;
    const rows = this.#rows();
    const above = (index: number) => rows[index]!.getBoundingClientRect().top <= 0;
    // The last row that begins at the top of the window or above it.
    let [place, end] = [-1, rows.length];
    while (end - place > 1) {
      const middle = (place + end) >> 1;
      if (above(middle)) place = middle;
      else end = middle;
    }
    if (place < 0) return { place: null, scroll: Math.round(window.scrollY) };
    return { place, scroll: Math.round(-rows[place]!.getBoundingClientRect().top) };
  }

  #rows(): readonly Element[] {
    return [...document.querySelectorAll(this.#rowSelector)];
  }
}

/** Pixels from the top of the page; infinite for a row that is not loaded. */
function topOf(row: Element | undefined): number {
  return row ? row.getBoundingClientRect().top + window.scrollY : Infinity;
}
