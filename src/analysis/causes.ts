import {
  type Explanation,
  isSimulated,
  type SimulatedSequence,
  type StoredSequence,
} from '../model/explanation.ts';
import type { Cause, Part, StoredScore } from '../model/score.ts';
import { type MeasuredKind, sameWithin } from './checkScore.ts';
import { sequenceGroups } from './groups.ts';
import { actualOf, expectedOf } from './simulation.ts';
import { kept, sequenceMeasures, wholeMeasures } from './measures.ts';
import { otherScores, type TokenScores } from './otherScores.ts';
import { roundingOf, wholeBounds } from './rounding.ts';
import { type AllBounds, type Bounds, roundedBounds } from './scoreBounds.ts';

/** Input of the search for the cause of a wrong score. */
export interface Suspects {
  readonly kind: MeasuredKind;
  readonly explanation: Explanation;
  /** All explanations of the unit, this one among them. */
  readonly all: readonly Explanation[];
  /** Scores of the tokens that the score should be computed from. */
  readonly tokens: () => TokenScores;
  /** How far a stored sequence score may be from the computed one. */
  readonly sequenceRounding: (score: number) => number;
}

type Sequences = readonly SimulatedSequence[];

/** More candidates would match by chance, and take long to try. */
const mostTried = 100;

/** Possible causes of an explanation's wrong score, likeliest first. */
export function* causesOfWhole(suspects: Suspects): Generator<Candidate> {
  const { kind, explanation, all } = suspects;
  const parts = partsOf(explanation);
  yield* meansOf(suspects, explanation.sequences.filter(isSimulated), 'all');
  for (const { of, sequences } of parts) yield* meansOf(suspects, sequences, of);
  for (const { of, sequences, bounds } of parts) {
    const ofKind = bounds[kind.measure];
    if (ofKind) yield { ...ofKind, cause: { is: 'part', of, sequences: sequences.length } };
  }
  yield* otherScores(suspects);
  yield* ofOthers(suspects, explanation.sequences, (sequence, index) => ({
    cause: { is: 'sequence', index },
    score: sequenceScore(sequence, kind),
  }));
  yield* ofOthers(suspects, all, (other, index) => ({
    cause: { is: 'explanation', index },
    score: wholeMeasures(other)[kind.measure],
  }));
}

/** Possible causes of the wrong score of the sequence at `place`, likeliest first. */
export function* causesOfSequence(suspects: Suspects, place: number): Generator<Candidate> {
  const { kind, explanation, all } = suspects;
  yield* ofOthers(suspects, [explanation], (whole) => ({
    cause: { is: 'whole' },
    score: wholeMeasures(whole)[kind.measure],
  }));
  yield* otherScores(suspects);
  yield* ofOthers(suspects, explanation.sequences, (sequence, index) => ({
    cause: { is: 'sequence', index },
    score: sequenceScore(sequence, kind),
  }));
  yield* ofOthers(suspects, all, ({ sequences }, index) => ({
    cause: { is: 'explanation', index },
    score: sequenceScore(sequences[place], kind),
  }));
}

/** Scores of other tokens. The score in question is among them, but cannot match: it disagrees. */
function* ofOthers<T>(
  { kind, explanation }: Suspects,
  others: readonly T[],
  of: (other: T, index: number) => { readonly cause: Cause; readonly score: number },
): Generator<Candidate> {
  if (others.length > mostTried) return;
  // Rounding affects all of them about equally.
  const own = wholeBounds(explanation)[kind.measure];
  const reach = own ? (own.high - own.low) / 2 : 0;
  for (const [index, other] of others.entries()) {
    const { cause, score } = of(other, index);
    if (Number.isFinite(score)) yield around(cause, score, reach);
  }
}

/** Means of the sequences' scores: stored ones, else computed ones. */
function* meansOf(
  { kind, sequenceRounding }: Suspects,
  sequences: Sequences,
  of: Part,
): Generator<Candidate> {
  const scores = sequences.map((each) => valueOf(each.scores, kind) ?? sequenceScore(each, kind));
  const finite = scores.filter(Number.isFinite);
  if (finite.length === 0 || sequences.length < 2) return;
  const sum = sumOf(finite);
  const rounding = sumOf(finite.map(sequenceRounding));
  const isAll = finite.length === sequences.length;
  yield around(
    { is: 'mean', of: of === 'all' && !isAll ? 'scored' : of, sequences: finite.length },
    sum / finite.length,
    rounding / finite.length,
  );
  if (isAll) return;
  yield around(
    { is: 'meanWithZeros', sequences: sequences.length },
    sum / sequences.length,
    rounding / sequences.length,
  );
}

interface ScoredPart {
  readonly of: Part;
  readonly sequences: Sequences;
  readonly bounds: AllBounds;
}

const knownParts = new WeakMap<Explanation, readonly ScoredPart[]>();

/** Top-activating and random sequences if the data separates them, else halves, the usual order. */
function partsOf(explanation: Explanation): readonly ScoredPart[] {
  return kept(knownParts, explanation, ({ sequences: all }) => {
    const sequences = all.filter(isSimulated);
    const groups = sequenceGroups(sequences.map(({ actual }) => actual));
    const at = groups?.top ?? sequences.length / 2;
    if (at < 1 || !Number.isInteger(at)) return [];
    const { ofValues } = roundingOf(explanation);
    const part = (of: Part, sequences: Sequences): ScoredPart => ({
      of,
      sequences,
      bounds: roundedBounds(actualOf(sequences), expectedOf(sequences), ofValues),
    });
    return [
      part(groups ? 'top' : 'firstHalf', sequences.slice(0, at)),
      part(groups ? 'random' : 'secondHalf', sequences.slice(at)),
    ];
  });
}

function sequenceScore(sequence: StoredSequence | undefined, { measure }: MeasuredKind): number {
  return sequence && isSimulated(sequence) ? sequenceMeasures(sequence)[measure] : NaN;
}

function valueOf(scores: readonly StoredScore[], { key }: MeasuredKind): number | null {
  return scores.find(({ kind }) => kind.key === key)?.value ?? null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function around(cause: Cause, value: number, reach: number): Candidate {
  return { cause, low: value - reach, high: value + reach };
}

/** A possible cause of a wrong score, with the range of scores that it gives. */
export interface Candidate extends Bounds {
  readonly cause: Cause;
}

/** The highest accepted probability of a chance match. */
const luck = 0.01;

/**
 * The first candidate that matches a stored score. Null if none does, or if so many candidates with
 * such tolerances would match a wrong score by chance: for an error d, an unrelated value comes
 * within t with a probability of t / d. `rounding` is the tolerance of the stored score.
 */
export function findCause(
  stored: number,
  recomputed: number,
  rounding: number,
  candidates: Iterable<Candidate>,
): Cause | null {
  const wrongBy = Number.isFinite(recomputed) ? Math.min(1, Math.abs(stored - recomputed)) : 1;
  let chance = 0;
  for (const { cause, low, high } of candidates) {
    const slack = rounding + sameWithin(stored);
    const own = ((high - low) / 2 + slack) / wrongBy;
    // Too vague to try. It does not count against later candidates.
    if (!(chance + own <= luck)) continue;
    chance += own;
    if (stored >= low - slack && stored <= high + slack) return cause;
  }
  return null;
}
