import { compareUnits } from '../../model/unit.ts';
import type { Catalog } from '../rows/catalog.ts';

type Compare = (a: number, b: number) => number;

/**
 * Compares explanations of a catalog by ID: best preferred score first, missing and undefined ones
 * last. Ties by layer, neuron, and the neuron's order of explanations.
 */
export function bestFirst(catalog: Catalog): Compare {
  const { scores } = catalog.explanations;
  const inOrder = orderOf(catalog);
  return (a, b) => {
    const [scoreA, scoreB] = [scores[a]!, scores[b]!];
    if (scoreA > scoreB) return -1;
    if (scoreA < scoreB) return 1;
    const undefinedFirst = Number(Number.isNaN(scoreB)) - Number(Number.isNaN(scoreA));
    return undefinedFirst !== 0 ? -undefinedFirst : inOrder(a, b);
  };
}

function orderOf(catalog: Catalog): Compare {
  const { owners } = catalog.explanations;
  return (a, b) => {
    const [ownerA, ownerB] = [owners[a]!, owners[b]!];
    if (ownerA === ownerB) return a - b;
    const [layerA, layerB] = [catalog.layer(ownerA), catalog.layer(ownerB)];
    if (layerA !== layerB) return compareUnits(layerA, layerB);
    const numbers = catalog.number(ownerA) - catalog.number(ownerB);
    if (numbers !== 0) return numbers;
    return catalog.key(ownerA) < catalog.key(ownerB) ? -1 : 1;
  };
}
