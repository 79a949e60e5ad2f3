/** A page's state. It saves choices at once, and scrolling after a pause. */
export class SavedState<State extends object> {
  readonly #save: (state: State) => void;
  readonly #delayMs: number;
  #state: State;
  /** Reads the scroll position if `#state` does not have the latest. */
  #readScroll: (() => Partial<State> | null) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(state: State, save: (state: State) => void, delayMs = 200) {
    this.#state = state;
    this.#save = save;
    this.#delayMs = delayMs;
  }

  get state(): State {
    if (this.#readScroll) this.#state = { ...this.#state, ...this.#readScroll() };
    this.#readScroll = null;
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.state, ...change };
    this.flush(true);
  }

  /** `read` forces a layout, so it runs as late as possible. It returns null if it cannot know. */
  setScroll(read: () => Partial<State> | null): void {
    this.#readScroll = read;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#delayMs);
  }

  /** Saves pending changes now: a hidden page may never run again. */
  flush(always = false): void {
    if (this.#timer === undefined && !always) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save(this.state);
  }
}

/** The state that a page saves. `parse` gets the state of an earlier page, of any version. */
export function loadState<State extends object>(
  api: Pick<VsCodeApi<never, State>, 'getState' | 'setState'>,
  parse: (saved: unknown) => State,
): SavedState<State> {
  const saved = new SavedState(parse(api.getState()), (state) => api.setState(state));
  window.addEventListener('pagehide', () => saved.flush());
  document.addEventListener('visibilitychange', () => saved.flush());
  return saved;
}

/** VS Code gives it to a page only once. */
export interface VsCodeApi<Message, State> {
  postMessage(message: Message): void;
  /** The state of an earlier page, of any version. */
  getState(): unknown;
  setState(state: State): void;
}

declare global {
  function acquireVsCodeApi<Message, State>(): VsCodeApi<Message, State>;
}
