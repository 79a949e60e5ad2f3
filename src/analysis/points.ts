import type { JudgedSequence } from './judgedSequence.ts';

/** Simulated against actual, one point per token: four lists of equal length, in file order. */
export interface Points {
  readonly simulated: Float64Array;
  readonly actual: Float64Array;
  /** The index of the token's sequence in the explanation, and of the token in the sequence. */
  readonly sequence: Uint32Array;
  readonly token: Uint32Array;
}

/** The number of tokens without a point, by reason. */
export interface LeftOut {
  /** Skipped by the simulator. The file's value is not a prediction. */
  readonly unpredicted: number;
  /** One of the two values is missing or not finite. */
  readonly missing: number;
}

/** The tokens with two finite values and a prediction. */
export function pointsOf(sequences: readonly JudgedSequence[]): {
  readonly points: Points;
  readonly leftOut: LeftOut;
} {
  const most = sequences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const simulated = new Float64Array(most);
  const actual = new Float64Array(most);
  const sequence = new Uint32Array(most);
  const token = new Uint32Array(most);
  let [count, unpredicted, missing] = [0, 0, 0];
  for (const [s, it] of sequences.entries()) {
    for (let t = 0; t < it.tokens.length; t++) {
      if (!it.simulated || it.predicted?.[t] === false) unpredicted++;
      else if (!Number.isFinite(it.simulated[t]) || !Number.isFinite(it.actual[t])) missing++;
      else {
        simulated[count] = it.simulated[t]!;
        actual[count] = it.actual[t]!;
        sequence[count] = s;
        token[count++] = t;
      }
    }
  }
  const points = {
    simulated: simulated.slice(0, count),
    actual: actual.slice(0, count),
    sequence: sequence.slice(0, count),
    token: token.slice(0, count),
  };
  return { points, leftOut: { unpredicted, missing } };
}

/** At most `most` points, spread evenly. */
export function samplePoints(points: Points, most: number): Points {
  const { length } = points.simulated;
  if (length <= most) return points;
  const places = Uint32Array.from({ length: most }, (_, i) => Math.floor((i * length) / most));
  return {
    simulated: Float64Array.from(places, (i) => points.simulated[i]!),
    actual: Float64Array.from(places, (i) => points.actual[i]!),
    sequence: Uint32Array.from(places, (i) => points.sequence[i]!),
    token: Uint32Array.from(places, (i) => points.token[i]!),
  };
}

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
