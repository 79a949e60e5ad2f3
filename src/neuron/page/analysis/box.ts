import type { Box, Interval } from '../../contract/protocol.ts';
import type { Sequence } from '../../../tokens/contract.ts';

/** A token without a prediction or a value is not a point. */
export function isInBox(box: Box, sequence: Sequence, token: number): boolean {
  if (sequence.predicted?.[token] === 0) return false;
  return contains(box, sequence.simulated[token] ?? NaN, sequence.actual[token] ?? NaN);
}

export function contains({ simulated, actual }: Box, x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y) && within(simulated, x) && within(actual, y);
}

/** The box with one end as typed. Null if it then is the whole plot. */
export function withEnd(
  box: Box | null,
  side: keyof Box,
  end: 0 | 1,
  value: string,
  limits: Interval,
): Box | null {
  const all: Box = box ?? { simulated: null, actual: null };
  const typed = value.trim() === '' ? limits[end] : Number(value);
  const [low, high] = all[side] ?? limits;
  const next: Interval = end === 0 ? [typed, high] : [low, typed];
  const open = next[0] === limits[0] && next[1] === limits[1];
  const changed = { ...all, [side]: open ? null : next };
  return changed.simulated || changed.actual ? changed : null;
}

function within(interval: Interval | null, value: number): boolean {
  return !interval || (value >= interval[0] && value <= interval[1]);
}
