import type { ExplainedUnit, StoredSequence } from '../../model/explanation.ts';
import { preferred } from '../../model/score.ts';
import { sequencesAt } from './content.ts';
import type { Sequence } from '../../tokens/contract.ts';
import type { ComparedRow, RowOrder, RowPage } from '../contract/protocol.ts';
import { maximum } from '../../analysis/groups.ts';
import { actualOf } from '../../analysis/simulation.ts';
import { errorBetween, precisionOf } from '../../analysis/precision.ts';

/** Upper limits of one page of rows. */
const pageLimits = { rows: 25, tokens: 20_000 };

/** Null if the neuron has no explanation. Without `unit`, the file could not be read. */
export interface DecodedSide {
  readonly unit: ExplainedUnit | undefined;
  readonly explanation: number | null;
}

/** The sequences of two explanations side by side. */
export class ComparedRows {
  readonly #left: DecodedSide;
  readonly #right: DecodedSide;
  readonly #pairs: readonly Pair[];

  constructor(left: DecodedSide, right: DecodedSide, order: RowOrder) {
    this.#left = left;
    this.#right = right;
    const sequences = { left: sequencesOf(left), right: sequencesOf(right) };
    this.#pairs = inOrder(pairSequences(sequences.left, sequences.right), sequences, order);
  }

  page(from: number): RowPage {
    const rows: ComparedRow[] = [];
    let tokens = 0;
    for (const { left, right, kind } of this.#pairs.slice(from, from + pageLimits.rows)) {
      const row = { kind, left: at(this.#left, left), right: at(this.#right, right) };
      tokens += (row.left?.tokens.length ?? 0) + (row.right?.tokens.length ?? 0);
      if (rows.length > 0 && tokens > pageLimits.tokens) break;
      rows.push(row);
    }
    return { from, total: this.#pairs.length, rows };
  }
}

type Sequences = Readonly<Record<'left' | 'right', readonly StoredSequence[]>>;

/** By the lead of one side in the preferred score. Pairs without both come after, as stored. */
function inOrder(pairs: readonly Pair[], sequences: Sequences, order: RowOrder): readonly Pair[] {
  if (order === 'stored') return pairs;
  const lead = (pair: Pair): number => {
    if (pair.kind === 'apart') return -Infinity;
    const left = scoreAt(sequences.left, pair.left);
    const right = scoreAt(sequences.right, pair.right);
    const difference = order === 'left' ? left - right : right - left;
    return Number.isNaN(difference) ? -Number.MAX_VALUE : difference;
  };
  const leads = new Map(pairs.map((pair) => [pair, lead(pair)]));
  return [...pairs].sort((a, b) => compareDescending(leads.get(a)!, leads.get(b)!));
}

function scoreAt(sequences: readonly StoredSequence[], index: number | null): number {
  return preferred(sequences[index ?? -1]?.scores ?? []) ?? NaN;
}

function compareDescending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

function sequencesOf({ unit, explanation }: DecodedSide): readonly StoredSequence[] {
  return unit?.explanations[explanation ?? -1]?.sequences ?? [];
}

function at({ unit, explanation }: DecodedSide, index: number | null): Sequence | null {
  if (index === null || explanation === null || !unit) return null;
  return sequencesAt(unit, explanation, [index])[0] ?? null;
}

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
