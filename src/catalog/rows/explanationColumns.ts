import { bytes, counts, doubles, indices } from './growable.ts';
import type { RowExplanation } from './neuronRow.ts';

/** Which scores are null; NaN is a value of its own. */
const nullScore = 1;
const nullRSquared = 2;
const nullAbsoluteDev = 4;

/** The owner of an explanation that is no more. */
const gone = -1;

/**
 * Explanations in columns. Each gets the next id, which is never given to another one; what is replaced stays behind without an owner.
 * So what is computed of a run of ids, such as an index of their texts, holds as long as they are full.
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

  /** The neuron of each explanation, by its id in the catalog; negative where it is gone. */
  get owners(): Int32Array {
    return this.#owners.values;
  }

  /** The preferred score of each explanation; NaN where there is none or it is undefined. */
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

  /** Gives an explanation other numbers, of the same text. */
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

  /** How many were removed. */
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
