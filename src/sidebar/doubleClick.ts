/** Clicks on one thing that are closer than this, in milliseconds, are a double click. */
const interval = 500;

/** Tells double clicks, which the tree reports as two clicks. */
export class DoubleClick {
  #last: { on: string; time: number } | undefined;

  /** Notes a click; true if it is the second of a double click. */
  click(on: string): boolean {
    const time = performance.now();
    const double = this.#last?.on === on && time - this.#last.time < interval;
    this.#last = double ? undefined : { on, time };
    return double;
  }
}
