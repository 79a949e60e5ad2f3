/** The longest time between the clicks of a double click, in milliseconds. */
const interval = 500;

/** Detects double clicks, which the tree reports as two clicks. */
export class DoubleClick {
  #last: { on: string; time: number } | undefined;

  /** Registers a click. Returns true for the second click of a double click. */
  click(on: string): boolean {
    const time = performance.now();
    const double = this.#last?.on === on && time - this.#last.time < interval;
    this.#last = double ? undefined : { on, time };
    return double;
  }
}
