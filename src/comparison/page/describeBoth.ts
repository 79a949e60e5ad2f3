import {
  describeToken,
  type Reading,
  spokenOf,
  type TokenDescription,
} from '../../tokens/text/describe.ts';
import type { Scheme } from '../../tokens/colour/scheme.ts';
import type { ComparedRow, SideName } from '../contract/contract.ts';

const letters: Readonly<Record<SideName, string>> = { left: 'A', right: 'B' };

/** One card for a token that has the same activation on both sides. */
export function describeBoth(
  { left, right }: ComparedRow,
  token: number,
  schemes: Readonly<Record<SideName, Scheme>>,
): TokenDescription | null {
  if (!left || !right) return null;
  const a = describeToken(left, token, schemes.left.rulersFor(left));
  const b = describeToken(right, token, schemes.right.rulersFor(right));
  const readings = [
    ...a.readings.filter(({ quantity }) => quantity === 'actual'),
    ...named('left', a.readings),
    ...named('right', b.readings),
  ];
  return { ...a, readings, spoken: spokenOf({ ...a, readings }) };
}

const shown: readonly Reading['quantity'][] = ['simulated', 'mapped', 'difference'];

function named(side: SideName, readings: readonly Reading[]): readonly Reading[] {
  return readings
    .filter(({ quantity }) => shown.includes(quantity))
    .map((reading) => ({
      ...reading,
      label: `${letters[side]}: ${reading.label}`,
      name: `${letters[side]} ${reading.name}`,
    }));
}
