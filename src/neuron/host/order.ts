import type { Explanation } from '../../model/explanation.ts';
import { preferred } from '../../model/score.ts';
import { extentOf } from '../../analysis/points.ts';
import { largestMisses } from './scaleOf.ts';
import type { Order } from '../../tokens/contract.ts';

const known = new WeakMap<Explanation, Map<Order, readonly number[]>>();

/** Positions of the sequences in an order. Those without a number for it are last, as stored. */
export function orderOf(explanation: Explanation, order: Order): readonly number[] {
  const orders = known.get(explanation) ?? new Map<Order, readonly number[]>();
  known.set(explanation, orders);
  const positions = orders.get(order) ?? makeOrder(explanation, order);
  orders.set(order, positions);
  return positions;
}

function makeOrder(explanation: Explanation, order: Order): readonly number[] {
  const positions = explanation.sequences.map((_, i) => i);
  if (order === 'stored') return positions;
  const keys = keysOf(explanation, order).map((key) => (Number.isFinite(key) ? key : -Infinity));
  return positions.sort((a, b) => (keys[a] === keys[b] ? a - b : keys[b]! - keys[a]!));
}

/** Sort keys, largest first. */
function keysOf(explanation: Explanation, order: Exclude<Order, 'stored'>): readonly number[] {
  const { sequences } = explanation;
  switch (order) {
    case 'activation':
      return sequences.map(({ actual }) => extentOf([actual])?.max ?? NaN);
    case 'score':
      return sequences.map(({ scores }) => preferred(scores) ?? NaN);
    case 'miss':
      return largestMisses(explanation);
  }
}
