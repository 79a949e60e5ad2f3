/** After how many milliseconds at the soonest something is drawn that has just changed. */
const delay = 50;
/** How long it then stays as it is, and how much longer for each thing that is drawn along. */
const pause = 1000;
const pauseEach = 0.25;

/**
 * Gathers what is to be drawn anew, so that what changes all the time is drawn now and then: each thing at most once a second, rarer where
 * that draws thousands of others along.
 */
export class Redraws<T extends object> {
  readonly #draw: (things: T[]) => void;
  /** When to draw what waits. */
  readonly #due = new Map<T, number>();
  /** Until when what was drawn stays. */
  readonly #rest = new WeakMap<T, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: (things: T[]) => void) {
    this.#draw = draw;
  }

  /** Draws it soon; `along` is how many others that draws, too. */
  note(thing: T, along = 0): void {
    if (this.#due.has(thing)) return;
    const due = Math.max(performance.now() + delay, this.#rest.get(thing) ?? 0);
    this.#due.set(thing, due);
    this.#rest.set(thing, due + pause + along * pauseEach);
    this.#wait();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due.clear();
  }

  dispose(): void {
    this.clear();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#due.size === 0) return;
    const next = Math.min(...this.#due.values());
    this.#timer = setTimeout(() => this.#drawDue(), Math.max(0, next - performance.now()));
  }

  #drawDue(): void {
    // What is nearly due goes along.
    const until = performance.now() + delay;
    const things = [...this.#due].flatMap(([thing, due]) => (due <= until ? thing : []));
    for (const thing of things) this.#due.delete(thing);
    if (things.length > 0) this.#draw(things);
    this.#wait();
  }
}
