import type { Explanation } from '../model/explanation.ts';
import { calibrationCurve, type CurveStep } from './calibrationCurve.ts';
import { leaveOneOut } from './influence.ts';
import { type JudgedSequence, judgedSequences } from './judgedSequence.ts';
import { fitLine, type Line } from './line.ts';
import { findMisses, type Misses } from './misses.ts';
import { type LeftOut, type Points, pointsOf, samplePoints } from './points.ts';
import { type ResolvedSimulation, simulationOf } from './simulation.ts';
import { topTokens, type TopToken } from './topTokens.ts';

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
