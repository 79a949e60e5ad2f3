import type { ExplanationColumns } from '../rows/explanationColumns.ts';
import { bytes } from '../rows/growable.ts';
import type { Query } from './query.ts';
import type { Slices } from '../slices.ts';
import { block, blockEnd, noText, restAfter, textTest } from './textTest.ts';
import { wordIndexOf } from './wordIndex.ts';

/**
 * Which texts of a catalog match a query. The text of an ID never changes, so each is tested once.
 * In slices, since expressions are slow and a tree asks while it is drawn.
 */
export class TextAnswers {
  readonly #query: Query;
  readonly #explanations: ExplanationColumns;
  readonly #answers = bytes();

  constructor(query: Query, explanations: ExplanationColumns) {
    this.#query = query;
    this.#explanations = explanations;
  }

  /** The number of texts tested. */
  get length(): number {
    return this.#answers.length;
  }

  of(id: number): 'yes' | 'no' | 'unknown' {
    if (id >= this.#answers.length) return 'unknown';
    return this.#answers.values[id] === noText ? 'no' : 'yes';
  }

  /** Tests texts added since. Rejects with `Outdated`, as `slices` do; results so far are kept. */
  async update(slices: Slices): Promise<void> {
    const { texts } = this.#explanations;
    if (this.#answers.length === texts.length) return;
    const index = wordIndexOf(this.#explanations);
    await index.updateAll(slices);
    const { words, rest } = textTest(this.#query, texts, index);
    const matches = new Uint8Array(block);
    const { length } = index;
    while (this.#answers.length < length) {
      const from = this.#answers.length;
      const end = Math.min(length, blockEnd(from));
      words(from, end, matches);
      for (let id = from; id < end; id++) {
        const match = matches[id - from]!;
        this.#answers.push(rest && match !== noText ? rest(id, match) : match);
        if (!rest || id % restAfter !== 0 || !slices.due) continue;
        await slices.rest();
        // Another update ran meanwhile.
        if (this.#answers.length !== id + 1) break;
      }
      if (slices.due) await slices.rest();
    }
  }
}

const known = new WeakMap<Query, WeakMap<ExplanationColumns, TextAnswers>>();

/** The answers for this query object, kept as long as the object. */
export function textAnswers(query: Query, explanations: ExplanationColumns): TextAnswers {
  const ofQuery = known.get(query) ?? new WeakMap<ExplanationColumns, TextAnswers>();
  known.set(query, ofQuery);
  let answers = ofQuery.get(explanations);
  if (!answers) ofQuery.set(explanations, (answers = new TextAnswers(query, explanations)));
  return answers;
}
