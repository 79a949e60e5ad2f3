import type { PageState } from '../protocol.ts';

/** Holds the page's state and hands it to the host: choices at once, scrolling once it rests. */
export class StateKeeper {
  readonly #save: (state: PageState) => void;
  readonly #restMs: number;
  #state: PageState;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(state: PageState, save: (state: PageState) => void, restMs = 200) {
    this.#state = state;
    this.#save = save;
    this.#restMs = restMs;
  }

  get state(): PageState {
    return this.#state;
  }

  set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.flush(true);
  }

  setScroll(where: Pick<PageState, 'place' | 'scroll'>): void {
    const { place, scroll } = this.#state;
    if (where.place === place && where.scroll === scroll) return;
    this.#state = { ...this.#state, ...where };
    this.#timer ??= setTimeout(() => this.flush(), this.#restMs);
  }

  /** Saves what still waits; a page that is being hidden has no later. */
  flush(always = false): void {
    if (this.#timer === undefined && !always) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save(this.#state);
  }
}
