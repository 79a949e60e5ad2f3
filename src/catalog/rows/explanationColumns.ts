import { bytes, counts, doubles, indices } from './growable.ts';
import type { RowExplanation } from './neuronRow.ts';

/** The owner of a removed explanation. */
const gone = -1;

/**
 * Explanations in columns. IDs ascend and are never reused: a replaced explanation stays without an
 * owner. So anything computed for full runs of IDs, such as a text index, stays valid.
 */
export class ExplanationColumns {
  readonly texts: string[] = [];
  readonly #owners = indices();
  /** A column per kind of score, the preferred one first. */
  readonly #scores: ReturnType<typeof doubles>[];
  /** A bit per kind for null scores, since NaN has its own meaning. */
  readonly #nulls = bytes();
  readonly #sequences = counts();
  readonly #tokens = counts();
  #removed = 0;

  /** `kinds`: the number of kinds of scores, from 1 to 8. */
  constructor(kinds: number) {
    this.#scores = Array.from({ length: kinds }, doubles);
  }

  get length(): number {
    return this.texts.length;
  }

  /** The neuron of each explanation, by ID in the catalog; negative if removed. */
  get owners(): Int32Array {
    return this.#owners.values;
  }

  /** The preferred score of each explanation; NaN if missing or undefined. */
  get scores(): Float64Array {
    return this.scoresOf(0);
  }

  /** The same for another kind, by its index. */
  scoresOf(kind: number): Float64Array {
    return this.#scores[kind]!.values;
  }

  add(owner: number, explanation: RowExplanation): void {
    const { scores } = explanation;
    this.texts.push(explanation.text);
    this.#owners.push(owner);
    for (let kind = 0; kind < this.#scores.length; kind++)
      this.#scores[kind]!.push(scores[kind] ?? NaN);
    this.#nulls.push(nullsOf(scores));
    this.#sequences.push(explanation.sequences);
    this.#tokens.push(explanation.tokens);
  }

  /** Replaces the numbers of an explanation with the same text. */
  renumber(id: number, explanation: RowExplanation): void {
    const { scores } = explanation;
    for (const [kind, column] of this.#scores.entries()) column.values[id] = scores[kind] ?? NaN;
    this.#nulls.values[id] = nullsOf(scores);
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
    const scores: (number | null)[] = [];
    for (let kind = 0; kind < this.#scores.length; kind++)
      scores.push(nulls & (1 << kind) ? null : this.#scores[kind]!.values[id]!);
    return {
      text: this.texts[id]!,
      scores,
      sequences: this.#sequences.values[id]!,
      tokens: this.#tokens.values[id]!,
    };
  }
}

function nullsOf(scores: readonly (number | null)[]): number {
  let nulls = 0;
  for (let kind = 0; kind < scores.length; kind++) if (scores[kind] === null) nulls |= 1 << kind;
  return nulls;
}
