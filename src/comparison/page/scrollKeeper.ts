import type { StateKeeper } from '../../ui/stateKeeper.ts';
import type { Compared, PageState } from '../contract/protocol.ts';
import type { Snapshot } from './model.ts';

/** A place far down is not worth loading a whole file for. */
const mostPages = 20;

/** Keeps what is compared and where the page is scrolled to, and brings that place back. */
export class ScrollKeeper {
  readonly #keeper: StateKeeper<PageState>;
  #isFirst = true;
  /** Where an earlier page was, until enough rows are there. */
  #goal: number | null = null;
  #pages = 0;

  constructor(keeper: StateKeeper<PageState>) {
    this.#keeper = keeper;
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // The reader knows better where to go.
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = null), { passive: true, capture: true });
    }
  }

  keep(compared: Compared): void {
    const { scroll, ...before } = this.#keeper.state;
    const isOther = JSON.stringify(before) !== JSON.stringify(compared);
    if (this.#isFirst && !isOther && scroll > 0) this.#goal = scroll;
    this.#keeper.set(this.#isFirst && isOther ? { ...compared, scroll: 0 } : compared);
    this.#isFirst = false;
  }

  /** The page has been drawn with the rows that are here. */
  drawn({ comparison, rows, total, loading, error }: Snapshot, loadMore: () => void): void {
    const goal = this.#goal;
    if (goal === null || !comparison || loading) return;
    const reachable = document.documentElement.scrollHeight - window.innerHeight;
    const more = rows.length < total && error === null;
    if (reachable < goal && more && this.#pages++ < mostPages) {
      loadMore();
      return;
    }
    this.#goal = null;
    window.scrollTo({ top: goal, behavior: 'instant' });
  }

  #scrolled(): void {
    if (this.#goal === null) this.#keeper.setScroll(scrollNow);
  }
}

function scrollNow(): Pick<PageState, 'scroll'> | null {
  // A page that VS Code has hidden has no size, and all in it is at its top.
  return window.innerHeight === 0 ? null : { scroll: Math.round(window.scrollY) };
}
