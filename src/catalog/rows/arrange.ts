import { compareScores } from '../../format/preferredScore.ts';
import type { Group } from '../../model/unit.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { byItself, filterFor, noMatch, notKnown } from '../search/neuronFilter.ts';
import type { Query } from '../search/query.ts';
import { Slices, sortInSlices } from '../slices.ts';
import { whileHeld } from './whileHeld.ts';

/** The order of neurons: by number, or best first. */
export type NeuronOrder = 'index' | 'score';

/** A neuron, with the ID of its best explanation that matches the filter. */
export interface ArrangedNeuron {
  readonly neuron: NeuronRef;
  readonly explanation: number | undefined;
}

/**
 * Neurons without a place in the order of scores: the score is missing or undefined, the file is
 * unreadable, or it is not indexed yet.
 */
export type GroupName = 'unscored' | 'failed' | 'unread';

export interface Arrangement {
  readonly neurons: readonly ArrangedNeuron[];
  /** Non-empty groups, in this order. */
  readonly groups: ReadonlyMap<GroupName, readonly ArrangedNeuron[]>;
}

/** Neurons arranged per slice. */
const atOnce = 1024;

/**
 * Sorts and filters the neurons of a layer, in slices. By index, all are in one list. By score,
 * those without one are in groups at the end. `neurons` are in index order, which ties keep.
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
    const filter = query && filterFor(directory, layer, query);
    const ordered: { arranged: ArrangedNeuron; score: number }[] = [];
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
      const score = explanation === undefined ? NaN : catalog.explanations.scores[explanation]!;
      if (order === 'index' || Number.isFinite(score)) ordered.push({ arranged, score });
      else if (id === undefined || catalog.state(id) === 'listed')
        groups.get('unread')!.push(arranged);
      else groups.get(catalog.failed(id) ? 'failed' : 'unscored')!.push(arranged);
    }
    for (const [name, group] of groups) if (group.length === 0) groups.delete(name);
    const sorted =
      order === 'score'
        ? await sortInSlices(ordered, (a, b) => compareScores(a.score, b.score), slices)
        : ordered;
    return { neurons: sorted.map(({ arranged }) => arranged), groups };
  });
}
