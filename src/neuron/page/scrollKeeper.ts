import { isComplete, type SequenceRun } from '../../tokens/sequenceRun.ts';
import type { StateKeeper } from '../../ui/stateKeeper.ts';
import type { PageState } from '../contract/protocol.ts';

/** Where a page is scrolled to. */
type Place = Pick<PageState, 'place' | 'scroll'>;

/** A place far down is not worth loading a whole file for. */
const mostPages = 20;

const top: Place = { place: null, scroll: 0 };

/**
 * Keeps the place that the page is scrolled to in the state, and brings it back once enough sequences are there. A place is told by the
 * sequence at the top of the window: how long those above it are is known only of those that were drawn.
 */
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
    // The reader knows better where to go.
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = null), { passive: true, capture: true });
    }
  }

  /** Other content is shown: it begins where the state says. */
  restart(): void {
    const { place, scroll } = this.#keeper.state;
    this.#goal = { place, scroll };
    this.#pages = 0;
  }

  /** The page has been drawn with what is here of the sequences. */
  drawn(run: SequenceRun | null): void {
    const goal = this.#goal;
    if (goal === null || run?.loading) return;
    // To ask where something is would have the page laid out right now.
    if (this.#isAtTop && goal.place === null && goal.scroll === 0) {
      this.#goal = null;
      return;
    }
    const rows = sequenceRows();
    // What is not there is below all that is.
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
  // A page that VS Code has hidden has no size, and all in it is at its top.
  if (window.innerHeight === 0) return null;
  if (window.scrollY === 0) return top;
  const rows = sequenceRows();
  const topOf = (place: number) => rows[place]!.getBoundingClientRect().top;
  // The last of those that begin at the top of the window, or above it.
  let [place, end] = [-1, rows.length];
  while (end - place > 1) {
    const middle = (place + end) >> 1;
    if (topOf(middle) <= 0) place = middle;
    else end = middle;
  }
  if (place < 0) return { place: null, scroll: Math.round(window.scrollY) };
  return { place, scroll: Math.round(-topOf(place)) };
}

/** In pixels from the page's top; infinite for one that is not there. */
function topOfRow(row: Element | undefined): number {
  return row ? row.getBoundingClientRect().top + window.scrollY : Infinity;
}

/** In the order of their places. */
function sequenceRows(): readonly Element[] {
  return [...document.querySelectorAll('#sequences > .sequence')];
}
