import { maximum } from '../../analysis/groups.ts';
import { actualOf } from '../../analysis/simulation.ts';
import { errorBetween, precisionOf } from '../../analysis/precision.ts';
import type { StoredSequence } from '../../model/explanation.ts';

/** Positions of two sequences in their files, side by side. Null if one side has none. */
export interface Pair {
  readonly left: number | null;
  readonly right: number | null;
  /** The same tokens and actual activations, only the same tokens, or nothing in common. */
  readonly kind: 'shared' | 'tokens' | 'apart';
}

/** Relative to the largest activation. Runs of a model differ in the last digits of a float32. */
const ofRuns = 1e-5;

/** Each sequence once. Those with the same tokens come first, in the order of the left side. */
export function pairSequences(
  left: readonly StoredSequence[],
  right: readonly StoredSequence[],
): readonly Pair[] {
  const unpaired = new Map<string, number[]>();
  for (const [i, sequence] of right.entries()) {
    const key = keyOf(sequence);
    const same = unpaired.get(key);
    if (same) same.push(i);
    else unpaired.set(key, [i]);
  }
  const areSame = sameActivations(left, right);
  const together: Pair[] = [];
  const leftOver: number[] = [];
  for (const [i, sequence] of left.entries()) {
    const other = unpaired.get(keyOf(sequence))?.shift();
    if (other === undefined) leftOver.push(i);
    else {
      const same = areSame(sequence.actual, right[other]!.actual);
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

function keyOf({ tokens }: StoredSequence): string {
  return JSON.stringify(tokens);
}

/** Whether two lists of activations are equal, within the rounding of both sides. */
function sameActivations(left: readonly StoredSequence[], right: readonly StoredSequence[]) {
  let near: ((a: number, b: number) => boolean) | undefined;
  return (a: readonly number[], b: readonly number[]): boolean => {
    if (a.length !== b.length) return false;
    return a.every((value, i) => {
      if (Object.is(value, b[i])) return true;
      // Most are equal, so rounding is determined only if needed.
      near ??= nearness(actualOf(left), actualOf(right));
      return near(value, b[i]!);
    });
  };
}

function nearness(left: readonly number[], right: readonly number[]) {
  const [ofLeft, ofRight] = [precisionOf(left, false), precisionOf(right, false)];
  const slack = ofRuns * maximum([...left, ...right].map(Math.abs));
  return (a: number, b: number) => Math.abs(a - b) <= errorBetween(ofLeft, a, ofRight, b) + slack;
}
