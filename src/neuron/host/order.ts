import type { Explanation } from '../../model/explanation.ts';
import { preferred } from '../../model/score.ts';
import { extentOf } from '../../analysis/extent.ts';
import { largestMisses } from './scaleOf.ts';
import type { Order } from '../contract/viewChoices.ts';

const known = new WeakMap<Explanation, Map<Order, readonly number[]>>();

/** The places of an explanation's sequences in an order; those that have no number for it come last, as stored. */
export function orderOf(explanation: Explanation, order: Order): readonly number[] {
  const orders = known.get(explanation) ?? new Map<Order, readonly number[]>();
  known.set(explanation, orders);
  const places = orders.get(order) ?? makeOrder(explanation, order);
  orders.set(order, places);
  return places;
}

function makeOrder(explanation: Explanation, order: Order): readonly number[] {
  const places = explanation.sequences.map((_, i) => i);
  if (order === 'stored') return places;
  const keys = keysOf(explanation, order).map((key) => (Number.isFinite(key) ? key : -Infinity));
  return places.sort((a, b) => (keys[a] === keys[b] ? a - b : keys[b]! - keys[a]!));
}

/** What sequences are ordered by, the largest first. */
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
