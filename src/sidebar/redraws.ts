/** The delay before a change is drawn, in milliseconds. */
const delay = 50;
/** The pause after a redraw, and the extra pause for each thing redrawn with it. */
const pause = 1000;
const pauseEach = 0.25;

/**
 * Throttles redraws: each thing at most once a second, less often if that redraws thousands of
 * others.
 */
export class Redraws<T extends object> {
  readonly #draw: (things: T[]) => void;
  /** When to draw pending things. */
  readonly #due = new Map<T, number>();
  /** The end of the pause after the last redraw. */
  readonly #rest = new WeakMap<T, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: (things: T[]) => void) {
    this.#draw = draw;
  }

  /** Schedules a redraw. `along` is the number of things that it redraws as well. */
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
    // Draw things that are almost due as well.
    const until = performance.now() + delay;
    const things = [...this.#due].flatMap(([thing, due]) => (due <= until ? thing : []));
    for (const thing of things) this.#due.delete(thing);
    if (things.length > 0) this.#draw(things);
    this.#wait();
  }
}
