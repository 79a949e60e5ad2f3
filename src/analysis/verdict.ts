/** Why a score has no value. */
export type UndefinedReason =
  | 'noTokens'
  /** As many true activations as there are not simulated ones. */
  | 'lengths'
  /** A value is missing or not finite. */
  | 'missing'
  /** All actual activations are 0. */
  | 'dead'
  | 'constantActual'
  | 'constantSimulation';

/** Why a score of the file is not what its tokens give. */
export type DisagreementReason =
  /** The sequences give their own scores, and not the whole's: it was taken over others, which are not in the file. */
  | 'fewerSequences'
  /** It is the score of this simulation mapped to the neuron's units. */
  | 'calibrated'
  /** It is the score of the simulation before calibration. */
  | 'uncalibrated'
  /** The simulation is on 0-10, on which this score says nothing. */
  | 'anotherScale'
  /** It is 0, which some writers put where they compute none. */
  | 'placeholder'
  /** The file has no value, the tokens give one. */
  | 'onlyRecomputed'
  | 'unknown'
  | UndefinedReason;

/** What comes of holding a score of the file against that of its tokens. */
export type Verdict =
  | { readonly kind: 'agree'; readonly by: 'exactly' | 'rounding' }
  | { readonly kind: 'disagree'; readonly why: DisagreementReason }
  | { readonly kind: 'undefined'; readonly why: UndefinedReason | 'unknown' }
  /** The file has no score. */
  | { readonly kind: 'absent'; readonly why: UndefinedReason | null };

/** Less than what shows in two decimals, and more than the four that public files are rounded to can do. */
const rounding = 0.005;
const exact = 1e-9;

export function agrees(a: number, b: number): boolean {
  return Math.abs(a - b) < rounding;
}

/**
 * The verdict on one score. `stored` is null where the file has none, NaN or an infinity where it is undefined there, and so is `recomputed`;
 * `undefinedWhy` says what is the matter with the data, null if nothing. It is asked only where there is no value, and `why` where the two disagree.
 */
export function verdictOn(
  stored: number | null,
  recomputed: number,
  undefinedWhy: () => UndefinedReason | null,
  why: () => DisagreementReason,
): Verdict {
  const value = Number.isFinite(recomputed);
  if (stored === null) return { kind: 'absent', why: value ? null : undefinedWhy() };
  if (Number.isFinite(stored)) {
    if (!value) return { kind: 'disagree', why: undefinedWhy() ?? 'unknown' };
    if (!agrees(stored, recomputed)) return { kind: 'disagree', why: why() };
    const by = Math.abs(stored - recomputed) <= exact ? 'exactly' : 'rounding';
    return { kind: 'agree', by };
  }
  if (value) return { kind: 'disagree', why: 'onlyRecomputed' };
  return { kind: 'undefined', why: undefinedWhy() ?? 'unknown' };
}

/** What is the matter with lists of actual and simulated values, so that a score of them has no value; null if nothing. */
export function undefinedReason(
  pairs: readonly { readonly actual: ArrayLike<number>; readonly simulated: ArrayLike<number> }[],
): UndefinedReason | null {
  if (pairs.some(({ actual, simulated }) => actual.length !== simulated.length)) return 'lengths';
  const actual = summary(pairs.map((pair) => pair.actual));
  const simulated = summary(pairs.map((pair) => pair.simulated));
  if (actual.count === 0) return 'noTokens';
  if (!actual.finite || !simulated.finite) return 'missing';
  if (actual.constant) return actual.first === 0 ? 'dead' : 'constantActual';
  return simulated.constant ? 'constantSimulation' : null;
}

function summary(lists: readonly ArrayLike<number>[]) {
  const first = lists.find(({ length }) => length > 0)?.[0] ?? NaN;
  let [count, constant, finite] = [0, true, true];
  for (const list of lists) {
    count += list.length;
    for (let i = 0; i < list.length; i++) {
      constant &&= list[i] === first;
      finite &&= Number.isFinite(list[i]);
    }
  }
  return { first, count, constant, finite };
}
