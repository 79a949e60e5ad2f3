import type { Catalog } from '../../catalog/rows/catalog.ts';
import { indicesOf, mergeSort, orderByNumbers } from './sorts.ts';
import { bestScore } from './neurons.ts';
import { type Column, isScoreColumn } from '../contract/columns.ts';
import type { Sort } from '../contract/contract.ts';
import type { Slices } from '../../catalog/slices.ts';

const stride = 4096;

/** A stable sort of IDs, given by layer and neuron. Missing values are last in both directions. */
export async function sortIds(
  catalog: Catalog,
  ids: Int32Array,
  { column, descending }: Sort,
  slices: Slices,
): Promise<Int32Array> {
  if (column === 'neuron') return descending ? ids.toReversed() : ids;
  const order =
    column === 'explanation'
      ? await orderByTexts(catalog, ids, descending, slices)
      : await orderByNumbers(
          await keysOf(ids, new Float64Array(ids.length), numberOf(catalog, column), slices),
          descending,
          slices,
        );
  return order.map((at) => ids[at]!);
}

async function orderByTexts(
  catalog: Catalog,
  ids: Int32Array,
  descending: boolean,
  slices: Slices,
): Promise<Int32Array> {
  const keys = await keysOf(ids, new Array<string>(ids.length), textKey(catalog), slices);
  const order = indicesOf(ids);
  const sign = descending ? -1 : 1;
  await mergeSort(order, (a, b) => compareTexts(keys[a]!, keys[b]!, sign), slices);
  return order;
}

/** Sort keys, read once: comparisons would read each about twenty times. */
async function keysOf<T, Keys extends { [at: number]: T }>(
  ids: Int32Array,
  keys: Keys,
  keyOf: (id: number) => T,
  slices: Slices,
): Promise<Keys> {
  for (let at = 0; at < ids.length; at++) {
    keys[at] = keyOf(ids[at]!);
    if (at % stride === 0 && slices.due) await slices.rest();
  }
  return keys;
}

/** The explanation in lower case, without leading space; empty if there is none. */
function textKey(catalog: Catalog): (id: number) => string {
  return (id) => {
    const best = catalog.best(id);
    return best === undefined ? '' : catalog.explanations.texts[best]!.trimStart().toLowerCase();
  };
}

type NumberColumn = Exclude<Column, 'neuron' | 'explanation'>;

/** The value of a column; NaN if it is missing. */
function numberOf(catalog: Catalog, column: NumberColumn): (id: number) => number {
  if (column === 'score') return (id) => bestScore(catalog, id);
  if (column === 'modified') return (id) => catalog.modified(id);
  if (column === 'problems') {
    return (id) => (catalog.faulty(id) ? (catalog.row(id)?.problemCount ?? 0) : 0);
  }
  const read = ofExplanation(catalog, column);
  return (id) => {
    const best = catalog.best(id);
    const value = best === undefined ? NaN : read(best);
    return Number.isFinite(value) ? value : NaN;
  };
}

function ofExplanation(
  { explanations, scoreKinds }: Catalog,
  column: Exclude<NumberColumn, 'score' | 'problems' | 'modified'>,
): (explanation: number) => number {
  if (!isScoreColumn(column)) return (id) => explanations.get(id)[column];
  const kind = scoreKinds.findIndex(({ key }) => column === `score:${key}`);
  return kind < 0 ? () => NaN : (id) => explanations.scoresOf(kind)[id]!;
}

function compareTexts(a: string, b: string, sign: number): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return a < b ? -sign : sign;
}
