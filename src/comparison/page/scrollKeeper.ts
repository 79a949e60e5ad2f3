import type { Compared, PageState } from '../contract/protocol.ts';
import type { Snapshot } from './model.ts';

/** Milliseconds without scrolling until the place is kept. */
const rest = 200;
/** A place far down is not worth loading a whole file for. */
const mostPages = 20;

/** Keeps what is compared and where the page is scrolled to, and brings that place back. */
export class ScrollKeeper {
  readonly #save: (state: PageState) => void;
  readonly #saved: unknown;
  #compared: Compared | null = null;
  /** Where an earlier page was, until enough rows are there. */
  #goal: number | null = null;
  #pages = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `saved` is what an earlier page has kept, of whatever version. */
  constructor(saved: unknown, save: (state: PageState) => void) {
    this.#saved = saved;
    this.#save = save;
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // The reader knows better where to go.
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = null), { passive: true, capture: true });
    }
  }

  keep(compared: Compared): void {
    if (this.#compared === null) this.#goal = scrollOf(this.#saved, compared);
    this.#compared = compared;
    this.#flush();
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
    // A page that VS Code has hidden has no size, and all in it is at its top.
    if (this.#goal !== null || window.innerHeight === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), rest);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    if (!this.#compared) return;
    this.#save({ ...this.#compared, scroll: this.#goal ?? Math.round(window.scrollY) });
  }
}

/** Null where something else was compared. */
function scrollOf(saved: unknown, compared: Compared): number | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { scroll, ...before } = saved as Partial<PageState>;
  const isSame = JSON.stringify(before) === JSON.stringify(compared);
  return isSame && typeof scroll === 'number' && scroll > 0 ? scroll : null;
}
