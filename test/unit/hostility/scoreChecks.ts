import assert from 'node:assert/strict';
import type { ScoredExplanation } from '../../../src/format/schema.ts';
import type { ExplanationSummary, Score, Scores, Sequence } from '../../../src/neuron/protocol.ts';
import { type ExactScores, exactScores } from './exactScores.ts';

const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;

/** Scores that are shown are those of the file; those that are computed are what exact arithmetic gives. */
export function assertScores(
  { scoredSimulation }: ScoredExplanation,
  summary: ExplanationSummary,
  sequences: readonly Sequence[],
): void {
  const stored = scoredSimulation.scoredSequenceSimulations;
  assertStored(summary.scores, scoredSimulation);
  for (const [i, { scores, recomputed }] of sequences.entries()) {
    const { simulation, trueActivations } = stored[i]!;
    assertStored(scores, stored[i]!);
    assertExact(recomputed, exactScores(trueActivations, simulation.expectedActivations));
  }
  const uneven = stored.some(
    (each) => each.trueActivations.length !== each.simulation.expectedActivations.length,
  );
  const all = uneven
    ? exactScores([], [])
    : exactScores(
        stored.flatMap((each) => each.trueActivations),
        stored.flatMap((each) => each.simulation.expectedActivations),
      );
  assertExact(summary.recomputed, all);
}

interface Stored {
  readonly evCorrelationScore: number | null;
  readonly rsquaredScore: number | null;
  readonly absoluteDevExplainedScore: number | null;
}

function assertStored(shown: Scores, of: Stored): void {
  const [a, b, c] = [of.evCorrelationScore, of.rsquaredScore, of.absoluteDevExplainedScore];
  for (const [score, inFile] of [
    [shown.evCorrelation, a],
    [shown.rSquared, b],
    [shown.absoluteDevExplained, c],
  ])
    assert.equal(score, inFile === null || Number.isFinite(inFile) ? inFile : 'undefined');
}

function assertExact(shown: Scores, exact: ExactScores): void {
  for (const kind of kinds) {
    if (kind === 'evCorrelation' && !exact.wellConditioned) continue;
    assertNear(shown[kind], exact[kind], kind);
  }
}

/** A value that is no double any more has none here, either. */
export function assertNear(shown: Score, exact: number | null, what: string): void {
  if (exact !== null && Math.abs(exact) > 1e300) return;
  if (exact === null) assert.equal(shown, 'undefined', what);
  else {
    const difference = typeof shown === 'number' ? Math.abs(shown - exact) : NaN;
    assert.ok(
      difference <= 1e-6 * Math.max(1, Math.abs(exact)),
      `${what}: ${shown}, exactly ${exact}`,
    );
  }
}
