import { isComplete, type SequenceRun } from '../../tokens/sequenceRun.ts';
import type { StateKeeper } from '../../ui/stateKeeper.ts';
import type { PageState } from '../contract/protocol.ts';

/** The position of a sequence in the list, and pixels from there. */
type Place = Pick<PageState, 'place' | 'scroll'>;

/** A position further down is not worth loading the file for. */
const mostPages = 20;

const top: Place = { place: null, scroll: 0 };

/** Positions are relative to a sequence: the height of those never drawn is unknown. */
export class ScrollKeeper {
  readonly #keeper: StateKeeper<PageState>;
  readonly #loadMore: () => void;
  #goal: Place | null = null;
  #pages = 0;
  #isAtTop = true;

  constructor(keeper: StateKeeper<PageState>, loadMore: () => void) {
    this.#keeper = keeper;
    this.#loadMore = loadMore;
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // The user's own scrolling comes first.
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = null), { passive: true, capture: true });
    }
  }

  /** Other content is shown, at the saved position. */
  restart(): void {
    const { place, scroll } = this.#keeper.state;
    this.#goal = { place, scroll };
    this.#pages = 0;
  }

  /** The sequences loaded so far are drawn. */
  drawn(run: SequenceRun | null): void {
    const goal = this.#goal;
    if (goal === null || run?.loading) return;
    // Measuring would force a layout now.
    if (this.#isAtTop && goal.place === null && goal.scroll === 0) {
      this.#goal = null;
      return;
    }
    const rows = sequenceRows();
    // A missing row is below all others.
    const target = goal.place === null ? goal.scroll : topOfRow(rows[goal.place]) + goal.scroll;
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
    if (this.#goal === null) this.#keeper.setScroll(placeNow);
  }
}

function placeNow(): Place | null {
  // In a page that VS Code has hidden, everything is at the top.
  if (window.innerHeight === 0) return null;
  if (window.scrollY === 0) return top;
  const rows = sequenceRows();
  const topOf = (place: number) => rows[place]!.getBoundingClientRect().top;
  // The last row that begins at or above the top of the window.
  let [place, end] = [-1, rows.length];
  while (end - place > 1) {
    const middle = (place + end) >> 1;
    if (topOf(middle) <= 0) place = middle;
    else end = middle;
  }
  if (place < 0) return { place: null, scroll: Math.round(window.scrollY) };
  return { place, scroll: Math.round(-topOf(place)) };
}

/** In pixels from the top of the page. Infinite for a missing row. */
function topOfRow(row: Element | undefined): number {
  return row ? row.getBoundingClientRect().top + window.scrollY : Infinity;
}

function sequenceRows(): readonly Element[] {
  return [...document.querySelectorAll('#sequences > .sequence')];
}
