import { bytes, counts, doubles, indices } from './growable.ts';
import type { RowExplanation } from './neuronRow.ts';

/** Marks null scores, since NaN has its own meaning. */
const nullScore = 1;
const nullRSquared = 2;
const nullAbsoluteDev = 4;

/** The owner of a removed explanation. */
const gone = -1;

/**
 * Explanations in columns. IDs ascend and are never reused: a replaced explanation stays without an
 * owner. So anything computed for full runs of IDs, such as a text index, stays valid.
 */
export class ExplanationColumns {
  readonly texts: string[] = [];
  readonly #owners = indices();
  readonly #scores = doubles();
  readonly #rSquared = doubles();
  readonly #absoluteDev = doubles();
  readonly #nulls = bytes();
  readonly #sequences = counts();
  readonly #tokens = counts();
  #removed = 0;

  get length(): number {
    return this.texts.length;
  }

  /** The neuron of each explanation, by ID in the catalog; negative if removed. */
  get owners(): Int32Array {
    return this.#owners.values;
  }

  /** The preferred score of each explanation; NaN if missing or undefined. */
  get scores(): Float64Array {
    return this.#scores.values;
  }

  add(owner: number, explanation: RowExplanation): void {
    const { score, rSquared, absoluteDevExplained } = explanation;
    this.texts.push(explanation.text);
    this.#owners.push(owner);
    this.#scores.push(score ?? NaN);
    this.#rSquared.push(rSquared ?? NaN);
    this.#absoluteDev.push(absoluteDevExplained ?? NaN);
    this.#nulls.push(nullsOf(explanation));
    this.#sequences.push(explanation.sequences);
    this.#tokens.push(explanation.tokens);
  }

  /** Replaces the numbers of an explanation with the same text. */
  renumber(id: number, explanation: RowExplanation): void {
    const { score, rSquared, absoluteDevExplained } = explanation;
    this.#scores.values[id] = score ?? NaN;
    this.#rSquared.values[id] = rSquared ?? NaN;
    this.#absoluteDev.values[id] = absoluteDevExplained ?? NaN;
    this.#nulls.values[id] = nullsOf(explanation);
    this.#sequences.values[id] = explanation.sequences;
    this.#tokens.values[id] = explanation.tokens;
  }

  remove(id: number): void {
    this.#owners.values[id] = gone;
    this.texts[id] = '';
    this.#removed++;
  }

  /** The number of removed explanations. */
  get removed(): number {
    return this.#removed;
  }

  get(id: number): RowExplanation {
    const nulls = this.#nulls.values[id]!;
    const score = (column: Float64Array, isNull: number) => (nulls & isNull ? null : column[id]!);
    return {
      text: this.texts[id]!,
      score: score(this.#scores.values, nullScore),
      rSquared: score(this.#rSquared.values, nullRSquared),
      absoluteDevExplained: score(this.#absoluteDev.values, nullAbsoluteDev),
      sequences: this.#sequences.values[id]!,
      tokens: this.#tokens.values[id]!,
    };
  }
}

function nullsOf({ score, rSquared, absoluteDevExplained }: RowExplanation): number {
  return (
    (score === null ? nullScore : 0) |
    (rSquared === null ? nullRSquared : 0) |
    (absoluteDevExplained === null ? nullAbsoluteDev : 0)
  );
}
