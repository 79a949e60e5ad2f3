import type { PageState } from '../contract/contract.ts';

/** Holds the page's state and hands it to the host: choices at once, scrolling once it rests. */
export class StateKeeper {
  readonly #save: (state: PageState) => void;
  #state: PageState;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(state: PageState, save: (state: PageState) => void) {
    this.#state = state;
    this.#save = save;
  }

  get state(): PageState {
    return this.#state;
  }

  set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#save(this.#state);
  }

  setTop(top: number): void {
    if (top === this.#state.top) return;
    this.#state = { ...this.#state, top };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(this.#state), 200);
  }
}
