import type { ExplanationDirectory } from '../../catalog/rows/explanationDirectory.ts';
import { byItself, filterFor, type NeuronFilter } from '../../catalog/search/neuronFilter.ts';
import type { Query } from '../../catalog/search/query.ts';
import type { Group } from '../../model/unit.ts';
import { bestScore } from './neurons.ts';
import type { Selection } from '../contract/contract.ts';

export type Test = (id: number) => boolean;

/** Whether a selection contains a neuron. A range of scores excludes neurons without one. */
export function selects({ layers, scores }: Selection, { catalog }: ExplanationDirectory): Test {
  return (id) => {
    if (layers) {
      const { number } = catalog.layer(id);
      if (number < layers[0] || number > layers[1]) return false;
    }
    if (!scores) return true;
    const score = bestScore(catalog, id);
    return score >= scores[0] && score <= scores[1];
  };
}

/** Whether any explanation matches. Needs `prepareFilter`. Pending neurons do not match. */
export function matches(query: Query, directory: ExplanationDirectory): Test {
  const { catalog } = directory;
  const filters = new Map<Group, NeuronFilter>();
  return (id) => {
    const layer = catalog.layer(id);
    let filter = filters.get(layer);
    if (!filter) filters.set(layer, (filter = filterFor(directory, layer, query)));
    return filter(id, catalog.number(id)) >= byItself;
  };
}
