import type { Catalog } from '../../catalog/rows/catalog.ts';
import type { ExplanationDirectory, NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { Group } from '../../model/unit.ts';
import type { Slices } from '../../catalog/slices.ts';

/** A layer's neurons are `ids` from `start` to before `end`. */
export interface LayerRange {
  readonly layer: Group;
  readonly start: number;
  readonly end: number;
}

/** The neurons of an overview as catalog IDs, by layer and neuron. */
export interface Neurons {
  readonly ids: Int32Array;
  readonly layers: readonly LayerRange[];
}

/** All neurons that a catalog lists, or those of one layer. */
export async function neuronsOf(
  catalog: Catalog,
  layerKey: string | undefined,
  slices: Slices,
): Promise<Neurons> {
  const shown = catalog.layers.filter(({ key }) => layerKey === undefined || key === layerKey);
  const parts: Int32Array[] = [];
  const layers: LayerRange[] = [];
  let length = 0;
  for (const layer of shown) {
    const ids = Int32Array.from(catalog.neuronsOf(layer.key));
    if (!isAscending(ids, catalog)) ids.sort((a, b) => catalog.number(a) - catalog.number(b));
    parts.push(ids);
    layers.push({ layer, start: length, end: length + ids.length });
    length += ids.length;
    if (slices.due) await slices.rest();
  }
  const ids = new Int32Array(length);
  for (const [i, { start }] of layers.entries()) ids.set(parts[i]!, start);
  return { ids, layers };
}

function isAscending(ids: Int32Array, catalog: Catalog): boolean {
  for (let i = 1; i < ids.length; i++) {
    if (catalog.number(ids[i - 1]!) > catalog.number(ids[i]!)) return false;
  }
  return true;
}

/** The neuron with the highest score; the first of several. Undefined if none has a score. */
export function bestNeuron(directory: ExplanationDirectory): NeuronRef | undefined {
  const { catalog } = directory;
  let best: { readonly id: number; readonly score: number } | undefined;
  for (const { key } of catalog.layers)
    for (const id of catalog.neuronsOf(key)) {
      const score = bestScore(catalog, id);
      if (score > (best?.score ?? -Infinity)) best = { id, score };
    }
  return best && directory.refOf(best.id);
}

/** The score of a neuron's best explanation; NaN if there is none or it is not finite. */
export function bestScore(catalog: Catalog, id: number): number {
  const best = catalog.best(id);
  const score = best === undefined ? NaN : catalog.explanations.scores[best]!;
  return Number.isFinite(score) ? score : NaN;
}
