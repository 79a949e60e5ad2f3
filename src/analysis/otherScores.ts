import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import type { Suspects } from './causes.ts';
import type { Candidate } from './findCause.ts';
import { maximum } from './groups.ts';
import { actualOf, simulatedOf } from './joined.ts';
import { fitLine, onLine } from './line.ts';
import type { LinearMap } from './linearMap.ts';
import { momentsOf } from './moments.ts';
import { kept } from './recomputed.ts';
import { type Bounds, scoreBounds } from './scoreBounds.ts';
import { scoreKinds } from './scoreKinds.ts';
import { rangeMap, simulationOf } from './simulation.ts';
import type { Cause } from './verdict.ts';

/** Other scores of the same tokens: of the other simulation, on another scale, by another formula. */
export function* otherScores(
  { kind, scored, errors }: Suspects,
  sequences: readonly ScoredSequenceSimulation[],
): Generator<Candidate> {
  const actual = actualOf(sequences);
  const simulated = simulatedOf(sequences);
  if (actual.length !== simulated.length) return;
  const nested = sequences.flatMap(
    ({ simulation }) => simulation.uncalibratedSimulation?.expectedActivations ?? [],
  );
  const uncalibrated = nested.length === actual.length ? nested : null;
  if (uncalibrated)
    yield* found({ is: 'uncalibrated' }, scoreBounds(actual, uncalibrated, errors)[kind]);

  const own = scoreBounds(actual, simulated, errors);
  if (kind === 'rSquared') {
    yield* found({ is: 'centred' }, centred(actual, own.rSquared));
    yield* found({ is: 'squaredCorrelation' }, squared(own.evCorrelation));
  }
  for (const other of scoreKinds)
    if (other.kind !== kind) yield* found({ is: 'kind', kind: other.kind }, own[other.kind]);

  const range = rangeOf(scored);
  const onTen = simulationOf(scored).units === 'normalized' ? simulated : uncalibrated;
  if (!onTen) return;
  if (onTen === simulated) {
    const lines = [
      ['range', range],
      ['leastSquares', fitLine(simulated, actual)],
    ] as const;
    for (const [by, line] of lines) {
      if (!line) continue;
      const mapped = simulated.map((value) => onLine(line, value));
      const error = { ...errors, simulated: errors.simulated * Math.abs(line.slope) };
      yield* found({ is: 'mapped', by }, scoreBounds(actual, mapped, error)[kind]);
    }
  }
  if (!range) return;
  // On 0-10, both. The simulator is shown activations that are rounded down.
  const scaled = actual.map((value) => Math.max(0, value / range.slope));
  const error = { actual: errors.actual / range.slope, simulated: errors.simulated };
  for (const values of [scaled.map(Math.floor), scaled])
    yield* found({ is: 'normalized' }, scoreBounds(values, onTen, error)[kind]);
}

const ranges = new WeakMap<ScoredExplanation, { readonly map: LinearMap | null }>();

function rangeOf(scored: ScoredExplanation): LinearMap | null {
  return kept(ranges, scored, ({ scoredSimulation }) => {
    const each = scoredSimulation.scoredSequenceSimulations;
    return rangeMap(maximum(each.map(({ trueActivations }) => maximum(trueActivations))));
  }).map;
}

function* found(cause: Cause, bounds: Bounds | null): Generator<Candidate> {
  if (bounds) yield { ...bounds, cause };
}

/** The R² that is 1 − squared error / squared deviation from the mean. */
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
