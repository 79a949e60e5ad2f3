import type { Explanation } from '../model/explanation.ts';
import { calibrationCurve, type CurveStep } from './calibration.ts';
import { type JudgedSequence, judgedSequences } from './judgedSequence.ts';
import { fitLine, type Line } from './line.ts';
import { findMisses, type Misses } from './misses.ts';
import { type LeftOut, type Points, pointsOf, samplePoints } from './points.ts';
import { type ResolvedSimulation, simulationOf } from './simulation.ts';
import { type TopToken, topTokens } from './topTokens.ts';
import { safeFactor, scaledBy } from '../format/magnitude.ts';
import { correlationOf, mergeMoments, type Moments, momentsOf, noMoments } from './moments.ts';

/** How well a simulation matches reality, for one explanation over all its sequences. */
export interface Analysis {
  /** All points, or an evenly spread sample. */
  readonly points: Points;
  /** The total number of points, of which `points` may be a sample. */
  readonly pointCount: number;
  readonly leftOut: LeftOut;
  /** Actual on simulated, over all points; null if the simulation is constant. */
  readonly regression: Line | null;
  readonly curve: readonly CurveStep[];
  readonly topTokens: readonly TopToken[];
  readonly misses: Misses;
  /** For each sequence, the preferred score of all others; null if undefined. */
  readonly scoreWithout: readonly (number | null)[];
}

export interface AnalysisLimits {
  readonly points: number;
  readonly topTokens: number;
  readonly misses: number;
}

export function analyse(explanation: Explanation, limits: AnalysisLimits): Analysis {
  return analyseSequences(judgedSequences(explanation), simulationOf(explanation), limits);
}

export function analyseSequences(
  sequences: readonly JudgedSequence[],
  { units, toUnits }: Pick<ResolvedSimulation, 'units' | 'toUnits'>,
  limits: AnalysisLimits,
): Analysis {
  const { points, leftOut } = pointsOf(sequences);
  const regression = fitLine(points.simulated, points.actual);
  return {
    points: samplePoints(points, limits.points),
    pointCount: points.actual.length,
    leftOut,
    regression,
    curve: calibrationCurve(points, sequences, units),
    topTokens: topTokens(points, sequences, limits.topTokens),
    misses: findMisses(points, sequences, toUnits.map, limits.misses),
    scoreWithout: leaveOneOut(sequences),
  };
}

/**
 * Leave-one-out: for each sequence, the preferred score (Pearson's correlation over all tokens
 * joined) of all other sequences; null if undefined. Every token counts, including skipped ones, as
 * in the score itself.
 */
export function leaveOneOut(sequences: readonly JudgedSequence[]): (number | null)[] {
  const ofActual = safeFactor(sequences.map(({ actual }) => actual));
  const ofSimulated = safeFactor(sequences.map(({ simulated }) => simulated ?? []));
  const each = sequences.map(({ actual, simulated }) => {
    if (!simulated) return noMoments;
    return actual.length === simulated.length
      ? momentsOf(scaledBy(actual, ofActual), scaledBy(simulated, ofSimulated))
      : null;
  });
  // Merge what is before and after each sequence. This visits each list twice, not once per
  // sequence.
  const after: (Moments | null)[] = [noMoments];
  for (const moments of each.toReversed()) after.push(merged(moments, after.at(-1)!));
  after.reverse();
  let before: Moments | null = noMoments;
  return each.map((moments, i) => {
    const others = merged(before, after[i + 1]!);
    before = merged(before, moments);
    return others && correlationOf(others);
  });
}

/** Lists that do not match give no result, and neither does anything merged with them. */
function merged(a: Moments | null, b: Moments | null): Moments | null {
  return a && b && mergeMoments(a, b);
}
