export interface Extent {
  readonly min: number;
  readonly max: number;
}

/**
 * Collects the smallest and largest value one by one, since a long list cannot be an argument list.
 */
export class ExtentOf {
  #min = Infinity;
  #max = -Infinity;

  /** Values that are not finite have no place on a scale. */
  add(value: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  addAll(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.add(values[i]!);
  }

  /** Null without a finite value. */
  get extent(): Extent | null {
    return this.#min <= this.#max ? { min: this.#min, max: this.#max } : null;
  }
}

export function extentOf(lists: Iterable<ArrayLike<number>>): Extent | null {
  const found = new ExtentOf();
  for (const list of lists) found.addAll(list);
  return found.extent;
}
