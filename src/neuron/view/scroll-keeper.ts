import { isComplete, type SequenceRun } from './sequence-run.ts';
import type { StateKeeper } from './state-keeper.ts';

/** A place far down is not worth loading a whole file for. */
const mostPages = 20;

/** Keeps the scroll position in the state, and brings it back once enough sequences are there. */
export class ScrollKeeper {
  readonly #keeper: StateKeeper;
  readonly #loadMore: () => void;
  #goal: number | null = null;
  #pages = 0;
  /** Where the page is, in pixels from its top. */
  #top = 0;

  constructor(keeper: StateKeeper, loadMore: () => void) {
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
    this.#goal = this.#keeper.state.scroll;
    this.#pages = 0;
  }

  /** The page has been drawn with what is here of the sequences. */
  drawn(run: SequenceRun | null): void {
    if (this.#goal === null || run?.loading) return;
    // To ask where it is, or how far it reaches, would have it laid out right now.
    if (this.#goal === 0 && this.#top === 0) {
      this.#goal = null;
      return;
    }
    const reachable = document.documentElement.scrollHeight - window.innerHeight;
    const more = run !== null && !isComplete(run) && run.error === null;
    if (reachable < this.#goal && more && this.#pages++ < mostPages) {
      this.#loadMore();
      return;
    }
    const goal = this.#goal;
    this.#goal = null;
    window.scrollTo({ top: goal, behavior: 'instant' });
  }

  #scrolled(): void {
    this.#top = Math.round(window.scrollY);
    if (this.#goal === null) this.#keeper.setScroll(this.#top);
  }
}
