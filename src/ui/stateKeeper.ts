/** Holds the page's state and hands it to the host: choices at once, scrolling once it rests. */
export class StateKeeper<State extends object> {
  readonly #save: (state: State) => void;
  readonly #restMs: number;
  #state: State;
  /** Where the page has been scrolled to since `#state` was told. */
  #where: (() => Partial<State> | null) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(state: State, save: (state: State) => void, restMs = 200) {
    this.#state = state;
    this.#save = save;
    this.#restMs = restMs;
  }

  get state(): State {
    if (this.#where) this.#state = { ...this.#state, ...this.#where() };
    this.#where = null;
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.state, ...change };
    this.flush(true);
  }

  /**
   * `where` tells the place once that is wanted, or null where that cannot be told any more: to
   * tell it while one scrolls would have the page laid out each time.
   */
  setScroll(where: () => Partial<State> | null): void {
    this.#where = where;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#restMs);
  }

  /** Saves what still waits; a page that is being hidden has no later. */
  flush(always = false): void {
    if (this.#timer === undefined && !always) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save(this.state);
  }
}
