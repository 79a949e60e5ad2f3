import { byItself, filterFor, noMatch, notKnown } from '../search/neuronFilter.ts';
import type { Query } from '../search/query.ts';
import { Slices } from '../slices.ts';
import { currentTime } from '../../text/time.ts';
import { type ArrangedNeuron, type NeuronOrder, rankBy } from './arrange.ts';
import type { ExplanationDirectory } from './explanationDirectory.ts';
import { whileHeld } from './whileHeld.ts';

/** The first neurons of a directory in an order, and the number of all that match. */
export interface FirstNeurons {
  readonly neurons: readonly ArrangedNeuron[];
  readonly total: number;
}

/** Neurons visited per slice. */
const atOnce = 1024;

interface Ranked {
  readonly id: number;
  readonly explanation: number | undefined;
  readonly rank: number;
}

/**
 * The first `limit` neurons of all layers of a directory, filtered, in slices. Ties are in index
 * order. Neurons without a place in the order come last. Contains only layers that the catalog
 * lists so far.
 */
export async function arrangeAll(
  directory: ExplanationDirectory,
  limit: number,
  order: NeuronOrder,
  query: Query | undefined,
  slices = new Slices(),
): Promise<FirstNeurons> {
  const { catalog } = directory;
  return whileHeld([catalog], async () => {
    const now = currentTime();
    const first = new First(limit);
    let total = 0;
    let visited = 0;
    const rankOf = rankBy(order, directory);
    const needsKey = query !== undefined || order === 'verdict' || order === '-verdict';
    let layerKey: string | undefined;
    let filter: ReturnType<typeof filterFor> | undefined;
    for (const id of catalog.inOrder()) {
      if (++visited % atOnce === 0 && slices.due) await slices.rest();
      // It may have been removed during a wait.
      if (!catalog.has(id)) continue;
      const layer = catalog.layer(id);
      if (query && layer.key !== layerKey) filter = filterFor(directory, layer, query, now);
      layerKey = layer.key;
      const key = needsKey ? catalog.key(id) : '';
      const match = filter ? filter(id, catalog.number(id), key) : (catalog.best(id) ?? byItself);
      if (match === noMatch || match === notKnown) continue;
      total++;
      const explanation = match === byItself ? undefined : match;
      const rank = rankOf(visited, id, key, explanation);
      first.add({ id, explanation, rank: Number.isFinite(rank) ? rank : -Infinity });
    }
    const neurons = first
      .all()
      .map(({ id, explanation }) => ({ neuron: directory.refOf(id), explanation }));
    return { neurons, total };
  });
}

/** Keeps the highest ranks of many, the first of equal ones. */
class First {
  readonly #limit: number;
  #kept: Ranked[] = [];
  /** Ranks up to this are not among the first. */
  #tooLow: number | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(ranked: Ranked): void {
    if (this.#tooLow !== undefined && ranked.rank <= this.#tooLow) return;
    this.#kept.push(ranked);
    // Sorting now and then costs less than keeping them sorted.
    if (this.#kept.length >= 2 * this.#limit) this.#cut();
  }

  all(): readonly Ranked[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    // Not a difference: of two infinite ranks it is NaN.
    this.#kept.sort((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0));
    this.#kept.length = Math.min(this.#kept.length, this.#limit);
    if (this.#kept.length === this.#limit) this.#tooLow = this.#kept.at(-1)!.rank;
  }
}
