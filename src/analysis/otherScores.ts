import type { Explanation, SimulatedSequence } from '../model/explanation.ts';
import type { Cause } from '../model/score.ts';
import type { Candidate, Suspects } from './causes.ts';
import { maximum } from './groups.ts';
import { actualOf, expectedOf, rangeMap, simulationOf } from './simulation.ts';
import { fitLine, onLine } from './line.ts';
import type { LinearMap } from './calibration.ts';
import { kept } from './measures.ts';
import { momentsOf } from './moments.ts';
import { errorSize, scaledError } from './precision.ts';
import {
  type AllBounds,
  type Bounds,
  type Precisions,
  roundedBounds,
  scoreBounds,
} from './scoreBounds.ts';

/** The scores of a subject's tokens and of variants, for all measures. */
export interface TokenScores {
  readonly actual: readonly number[];
  readonly own: AllBounds;
  /** With the other simulation, or on another scale. */
  readonly variants: readonly { readonly cause: Cause; readonly bounds: AllBounds }[];
}

/** `own`: the ranges of the sequences' scores as they are. */
export function tokenScores(
  explanation: Explanation,
  sequences: readonly SimulatedSequence[],
  own: AllBounds,
  precisions: Precisions,
): TokenScores {
  const actual = actualOf(sequences);
  const simulated = expectedOf(sequences);
  if (actual.length !== simulated.length) return { actual, own, variants: [] };
  const variants: { cause: Cause; bounds: AllBounds }[] = [];
  const nested = sequences.flatMap(({ simulation }) => simulation.uncalibrated?.expected ?? []);
  const uncalibrated = nested.length === actual.length ? nested : null;
  if (uncalibrated)
    variants.push({
      cause: { is: 'uncalibrated' },
      bounds: roundedBounds(actual, uncalibrated, precisions),
    });
  const ofActual = errorSize(precisions.actual, actual);
  const range = rangeOf(explanation);
  const isNormalized = simulationOf(explanation).units === 'normalized';
  const lines = [
    ['range', range],
    ['leastSquares', isNormalized ? fitLine(simulated, actual) : null],
  ] as const;
  const ofSimulated = errorSize(precisions.simulated, simulated);
  for (const [by, line] of isNormalized ? lines : []) {
    if (!line) continue;
    const mapped = simulated.map((value) => onLine(line, value));
    const error = { actual: ofActual, simulated: scaledError(ofSimulated, Math.abs(line.slope)) };
    variants.push({ cause: { is: 'mapped', by }, bounds: scoreBounds(actual, mapped, error) });
  }
  const onTen = isNormalized ? simulated : uncalibrated;
  if (!onTen || !range) return { actual, own, variants };
  // On 0–10, both. The simulator sees activations rounded down.
  const scaled = actual.map((value) => Math.max(0, value / range.slope));
  const error = {
    actual: scaledError(ofActual, 1 / range.slope),
    simulated: errorSize(precisions.simulated, onTen),
  };
  for (const values of [scaled.map(Math.floor), scaled])
    variants.push({ cause: { is: 'normalized' }, bounds: scoreBounds(values, onTen, error) });
  return { actual, own, variants };
}

/** Other scores of the same tokens: another formula, the other simulation, or another scale. */
export function* otherScores({ explanation, kind, tokens }: Suspects): Generator<Candidate> {
  const { actual, own, variants } = tokens();
  if (kind.measure === 'squaredError') {
    yield* found({ is: 'centred' }, centred(actual, own.squaredError));
    yield* found({ is: 'squaredCorrelation' }, squared(own.correlation));
  }
  for (const { cause, bounds } of variants) yield* found(cause, bounds[kind.measure]);
  for (const { kind: other } of explanation.scores) {
    if (other.key === kind.key || !other.measure) continue;
    yield* found({ is: 'kind', key: other.key }, own[other.measure]);
  }
}

const ranges = new WeakMap<Explanation, { readonly map: LinearMap | null }>();

function rangeOf(explanation: Explanation): LinearMap | null {
  return kept(ranges, explanation, ({ sequences }) =>
    rangeMap(maximum(sequences.map(({ actual }) => maximum(actual)))),
  ).map;
}

function* found(cause: Cause, bounds: Bounds | null): Generator<Candidate> {
  if (bounds) yield { ...bounds, cause };
}

/** The usual R²: 1 − squared error / squared deviation from the mean. */
function centred(actual: readonly number[], own: Bounds | null): Bounds | null {
  const { xx, meanX, count, constantX } = momentsOf(actual, actual);
  if (!own || constantX) return null;
  const ratio = 1 + (count * meanX * meanX) / xx;
  return { low: 1 - (1 - own.low) * ratio, high: 1 - (1 - own.high) * ratio };
}

function squared(correlation: Bounds | null): Bounds | null {
  if (!correlation) return null;
  const ends = [correlation.low ** 2, correlation.high ** 2];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
