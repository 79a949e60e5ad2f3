/** The array types of a column. */
type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

const least = 1024;

/** A growing column of numbers, without an object per number or a copy per append. */
export class Growable<T extends Numbers> {
  #values: T;
  #length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, length = least) {
    this.#make = make;
    this.#values = make(length);
  }

  get length(): number {
    return this.#length;
  }

  /** The numbers so far, with spare room behind them. The next `push` may replace the array. */
  get values(): T {
    return this.#values;
  }

  /** Truncates to `length`, and releases excess capacity. */
  truncate(length: number): void {
    this.#length = length;
    if (length * 4 > this.#values.length) return;
    const kept = this.#values.subarray(0, length);
    this.#values = this.#make(Math.max(least, length));
    this.#values.set(kept);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = this.#make(Math.ceil(this.#length * 1.5));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }
}

export const doubles = () => new Growable((length) => new Float64Array(length));
export const counts = () => new Growable((length) => new Uint32Array(length));
export const indices = () => new Growable((length) => new Int32Array(length));
export const bytes = () => new Growable((length) => new Uint8Array(length));
