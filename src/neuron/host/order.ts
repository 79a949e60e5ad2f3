import type { ScoredExplanation } from '../../format/schema.ts';
import { extentOf } from '../../analysis/extent.ts';
import { largestMisses } from './scaleOf.ts';
import type { Order } from '../contract/viewChoices.ts';

const known = new WeakMap<ScoredExplanation, Map<Order, readonly number[]>>();

/** Positions of the sequences in an order. Those without a number for it are last, as stored. */
export function orderOf(scored: ScoredExplanation, order: Order): readonly number[] {
  const orders = known.get(scored) ?? new Map<Order, readonly number[]>();
  known.set(scored, orders);
  const positions = orders.get(order) ?? makeOrder(scored, order);
  orders.set(order, positions);
  return positions;
}

function makeOrder(scored: ScoredExplanation, order: Order): readonly number[] {
  const positions = scored.scoredSimulation.scoredSequenceSimulations.map((_, i) => i);
  if (order === 'stored') return positions;
  const keys = keysOf(scored, order).map((key) => (Number.isFinite(key) ? key : -Infinity));
  return positions.sort((a, b) => (keys[a] === keys[b] ? a - b : keys[b]! - keys[a]!));
}

/** Sort keys, largest first. */
function keysOf(scored: ScoredExplanation, order: Exclude<Order, 'stored'>): readonly number[] {
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  switch (order) {
    case 'activation':
      return sequences.map(({ trueActivations }) => extentOf([trueActivations])?.max ?? NaN);
    case 'score':
      return sequences.map(({ evCorrelationScore }) => evCorrelationScore ?? NaN);
    case 'miss':
      return largestMisses(scored);
  }
}
