import type { Group } from '../../model/unit.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { byItself, filterFor, noMatch, notKnown } from '../search/neuronFilter.ts';
import type { Query } from '../search/query.ts';
import { Slices, sortInSlices } from '../slices.ts';
import { currentTime } from '../../text/time.ts';
import type { Verdict } from './neuronNotes.ts';
import { whileHeld } from './whileHeld.ts';

/** By number, best first, latest file first, or by verdict with the right ones first. */
export const usualOrders = ['index', 'score', 'changed', 'verdict'] as const;
type UsualOrder = (typeof usualOrders)[number];

/** The order of neurons. A minus reverses it. */
export type NeuronOrder = UsualOrder | `-${UsualOrder}`;
export const neuronOrders: readonly NeuronOrder[] = usualOrders.flatMap(
  (order) => [order, `-${order}`] as const,
);

/** A neuron, with the ID of its best explanation that matches the filter. */
export interface ArrangedNeuron {
  readonly neuron: NeuronRef;
  readonly explanation: number | undefined;
}

/**
 * Neurons without a place in the order: the score is missing or undefined, the file is
 * unreadable, or it is not indexed yet.
 */
export type GroupName = 'unscored' | 'failed' | 'unread';

export interface Arrangement {
  readonly neurons: readonly ArrangedNeuron[];
  /** Non-empty groups, in this order. */
  readonly groups: ReadonlyMap<GroupName, readonly ArrangedNeuron[]>;
}

const verdictRanks: Readonly<Record<Verdict, number>> = { right: 1, partly: 0, wrong: -1 };
const noVerdictRank = -2;

/**
 * The rank of a neuron in an order, highest first; NaN if it has no place in it. Takes its place in
 * index order, its ID in the catalog, its key, and the ID of the explanation to rank it by, as far
 * as there are any.
 */
export function rankBy(
  order: NeuronOrder,
  { catalog, notes }: ExplanationDirectory,
): (place: number, id: number | undefined, key: string, explanation: number | undefined) => number {
  const sign = order.startsWith('-') ? -1 : 1;
  switch (order) {
    case 'index':
      return () => 0;
    case '-index':
      return (place) => place;
    case 'score':
    case '-score':
      return (_place, _id, _key, explanation) =>
        explanation === undefined ? NaN : sign * catalog.explanations.scores[explanation]!;
    case 'changed':
    case '-changed':
      return (_place, id) => (id === undefined ? NaN : sign * catalog.modified(id));
    case 'verdict':
    case '-verdict':
      return (_place, _id, key) => {
        const verdict = notes.find(key)?.verdict;
        return verdict ? sign * verdictRanks[verdict] : noVerdictRank;
      };
  }
}

/** Neurons arranged per slice. */
const atOnce = 1024;

/**
 * Sorts and filters the neurons of a layer, in slices. Those without a place in the order are in
 * groups at the end. `neurons` are in index order, which ties keep.
 */
export async function arrange(
  directory: ExplanationDirectory,
  layer: Group,
  neurons: readonly NeuronRef[],
  order: NeuronOrder,
  query: Query | undefined,
  slices = new Slices(),
): Promise<Arrangement> {
  const { catalog } = directory;
  return whileHeld([catalog], async () => {
    const filter = query && filterFor(directory, layer, query, currentTime());
    const ranked = rankBy(order, directory);
    const ordered: { arranged: ArrangedNeuron; rank: number }[] = [];
    const groups = new Map<GroupName, ArrangedNeuron[]>([
      ['unscored', []],
      ['failed', []],
      ['unread', []],
    ]);
    for (const [i, neuron] of neurons.entries()) {
      if (i % atOnce === atOnce - 1 && slices.due) await slices.rest();
      const id = catalog.find(neuron.unit.key);
      const best = id === undefined ? undefined : catalog.best(id);
      const match = filter ? filter(id, neuron.unit.number, neuron.unit.key) : (best ?? byItself);
      if (match === noMatch || match === notKnown) continue;
      const explanation = match === byItself ? undefined : match;
      const arranged = { neuron, explanation };
      const rank = ranked(i, id, neuron.unit.key, explanation);
      if (Number.isFinite(rank)) ordered.push({ arranged, rank });
      else if (id === undefined || catalog.state(id) === 'listed')
        groups.get('unread')!.push(arranged);
      else groups.get(catalog.failed(id) ? 'failed' : 'unscored')!.push(arranged);
    }
    for (const [name, group] of groups) if (group.length === 0) groups.delete(name);
    const sorted =
      order === 'index' ? ordered : await sortInSlices(ordered, (a, b) => b.rank - a.rank, slices);
    return { neurons: sorted.map(({ arranged }) => arranged), groups };
  });
}
