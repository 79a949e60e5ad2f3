import type { ScoredSequenceSimulation } from '../format/schema.ts';

/** Two simulations' sequences that stand beside each other, by their places in the files; null where one has none to pair. */
export interface Pair {
  readonly left: number | null;
  readonly right: number | null;
  /**
   * `shared`: the same tokens and the same actual activations. `tokens`: the same tokens, of other activations. `apart`: nothing in
   * common, they only stand in one row.
   */
  readonly kind: 'shared' | 'tokens' | 'apart';
}

/** Public files have four decimals: what differs by no more than their rounding is the same activation. */
const rounding = 0.000051;

/** Each sequence once, those on the same tokens together and first, in the order of the left. */
export function pairSequences(
  left: readonly ScoredSequenceSimulation[],
  right: readonly ScoredSequenceSimulation[],
): readonly Pair[] {
  const unpaired = new Map<string, number[]>();
  for (const [i, sequence] of right.entries()) {
    const key = keyOf(sequence);
    const same = unpaired.get(key);
    if (same) same.push(i);
    else unpaired.set(key, [i]);
  }
  const together: Pair[] = [];
  const leftOver: number[] = [];
  for (const [i, sequence] of left.entries()) {
    const other = unpaired.get(keyOf(sequence))?.shift();
    if (other === undefined) leftOver.push(i);
    else {
      const same = sameActivations(sequence.trueActivations, right[other]!.trueActivations);
      together.push({ left: i, right: other, kind: same ? 'shared' : 'tokens' });
    }
  }
  const rightOver = [...unpaired.values()].flat().sort((a, b) => a - b);
  const rows = Math.max(leftOver.length, rightOver.length);
  const apart = Array.from({ length: rows }, (_, i): Pair => ({
    left: leftOver[i] ?? null,
    right: rightOver[i] ?? null,
    kind: 'apart',
  }));
  return [...together, ...apart];
}

function keyOf({ simulation }: ScoredSequenceSimulation): string {
  return JSON.stringify(simulation.tokens);
}

function sameActivations(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length &&
    a.every((value, i) => Object.is(value, b[i]) || Math.abs(value - b[i]!) <= rounding)
  );
}
