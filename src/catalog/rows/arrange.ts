import type { LayerFolder } from '../../format/directories.ts';
import { compareScores } from '../../format/preferredScore.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { byItself, filterFor, noMatch, notKnown } from '../search/neuronFilter.ts';
import type { Query } from '../search/query.ts';
import { Slices } from '../slices.ts';
import { sortInSlices } from '../sortInSlices.ts';

/** In which order neurons are shown: as they are numbered, or best first. */
export type NeuronOrder = 'index' | 'score';

/** A neuron, and the explanation that speaks for it: the id of the best one that the filter lets through. */
export interface ArrangedNeuron {
  readonly neuron: NeuronRef;
  readonly explanation: number | undefined;
}

/** Neurons that have no place in the order of scores: their score is missing or undefined, their file cannot be read, was not yet. */
export type GroupName = 'unscored' | 'failed' | 'unread';

export interface Arrangement {
  readonly neurons: readonly ArrangedNeuron[];
  /** Those that have any, in this order. */
  readonly groups: ReadonlyMap<GroupName, readonly ArrangedNeuron[]>;
}

/** How many neurons are arranged before looking whether others wait. */
const atOnce = 1024;

/**
 * The neurons of a layer as they are shown, arranged in slices. By index, all are in one list; by
 * score, those without one are in groups at the end. `neurons` are in the order of their index,
 * which equal scores keep.
 */
export async function arrange(
  directory: ExplanationDirectory,
  layer: LayerFolder,
  neurons: readonly NeuronRef[],
  order: NeuronOrder,
  query: Query | undefined,
  slices = new Slices(),
): Promise<Arrangement> {
  const { catalog } = directory;
  const release = catalog.hold();
  try {
    const filter = query && filterFor(directory, layer, query);
    const ordered: { arranged: ArrangedNeuron; score: number }[] = [];
    const groups = new Map<GroupName, ArrangedNeuron[]>([
      ['unscored', []],
      ['failed', []],
      ['unread', []],
    ]);
    for (const [i, neuron] of neurons.entries()) {
      if (i % atOnce === atOnce - 1 && slices.due) await slices.rest();
      const id = catalog.find(layer.name, neuron.file.name);
      const best = id === undefined ? undefined : catalog.best(id);
      const match = filter ? filter(id, neuron.file.neuron, neuron.file.name) : (best ?? byItself);
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
  } finally {
    release();
  }
}
