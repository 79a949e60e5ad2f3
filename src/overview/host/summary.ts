import { medianOf } from '../../analysis/median.ts';
import type { Catalog } from '../../catalog/rows/catalog.ts';
import { scoreBins } from '../contract/bins.ts';
import { bestScore, type Neurons } from './neurons.ts';
import type { LayerSummary, Totals } from '../contract/contract.ts';
import type { Slices } from '../../catalog/slices.ts';

/** Counts neurons without an object per neuron. */
export class Tally {
  readonly #catalog: Catalog;
  readonly #scores: Float64Array;
  #scored = 0;
  #sum = 0;
  #best = -Infinity;
  #neurons = 0;
  #read = 0;
  #withoutExplanation = 0;
  #undefinedScores = 0;
  #problemFiles = 0;
  #unreadable = 0;

  /** `capacity`: the largest number of neurons. */
  constructor(catalog: Catalog, capacity: number) {
    this.#catalog = catalog;
    this.#scores = new Float64Array(capacity);
  }

  add(id: number): void {
    this.#neurons++;
    if (this.#catalog.state(id) === 'listed') return;
    this.#read++;
    if (this.#catalog.faulty(id)) this.#problemFiles++;
    const failed = this.#catalog.failed(id);
    if (failed) this.#unreadable++;
    const score = bestScore(this.#catalog, id);
    if (!Number.isNaN(score)) {
      this.#scores[this.#scored++] = score;
      this.#sum += score;
      if (score > this.#best) this.#best = score;
    } else if (this.#catalog.best(id) !== undefined) this.#undefinedScores++;
    // It is unknown for a file that cannot be read.
    else if (!failed) this.#withoutExplanation++;
  }

  totals(): Totals {
    const scores = this.#scores.subarray(0, this.#scored);
    return {
      neurons: this.#neurons,
      read: this.#read,
      withoutExplanation: this.#withoutExplanation,
      undefinedScores: this.#undefinedScores,
      problemFiles: this.#problemFiles,
      unreadable: this.#unreadable,
      median: medianOf(scores),
      mean: this.#scored > 0 ? this.#sum / this.#scored : null,
      best: this.#scored > 0 ? this.#best : null,
    };
  }
}

export interface Summary {
  readonly layers: readonly LayerSummary[];
  readonly totals: Totals;
  readonly beyond: number;
  readonly scoreKinds: readonly string[];
}

export async function summarize(
  catalog: Catalog,
  { ids, layers }: Neurons,
  slices: Slices,
): Promise<Summary> {
  const all = new Tally(catalog, ids.length);
  const summaries: LayerSummary[] = [];
  let beyond = 0;
  for (const { layer, start, end } of layers) {
    const tally = new Tally(catalog, end - start);
    const bins = new Array<number>(scoreBins.count).fill(0);
    for (let at = start; at < end; at++) {
      const id = ids[at]!;
      tally.add(id);
      all.add(id);
      const score = bestScore(catalog, id);
      const bin = scoreBins.of(score);
      if (bin !== undefined) bins[bin]!++;
      else if (!Number.isNaN(score)) beyond++;
    }
    summaries.push({ ...layer, totals: tally.totals(), bins });
    if (slices.due) await slices.rest();
  }
  const scoreKinds = catalog.scoreKinds.map(({ key }) => key);
  return { layers: summaries, totals: all.totals(), beyond, scoreKinds };
}
