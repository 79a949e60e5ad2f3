import assert from 'node:assert/strict';
import type { ScoredExplanation } from '../../../src/format/schema.ts';
import type { Score, ScoreValue } from '../../../src/model/score.ts';
import type { ExplanationSummary } from '../../../src/neuron/contract/protocol.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';
import { recomputedOf, resultsOf, valuesOf } from '../support/scores.ts';
import { type ExactScores, exactScores } from './exactScores.ts';

const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;

/** Shown scores are those of the file, and computed ones equal exact arithmetic. */
export function assertScores(
  { scoredSimulation }: ScoredExplanation,
  summary: ExplanationSummary,
  sequences: readonly Sequence[],
): void {
  const stored = scoredSimulation.scoredSequenceSimulations;
  assertStored(summary.scores, scoredSimulation);
  for (const [i, { scores }] of sequences.entries()) {
    const { simulation, trueActivations } = stored[i]!;
    assertStored(scores, stored[i]!);
    const exact = exactScores(trueActivations, simulation.expectedActivations);
    assertExact(scores, exact);
    assertChecks(scores, exact);
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
  assertExact(summary.scores, all);
  assertChecks(summary.scores, all);
}

/** Exact scores agree. Scores far from exact, of values that are not rounded, do not. */
function assertChecks(scores: readonly Score[], exact: ExactScores): void {
  const [results, stored] = [resultsOf(scores), valuesOf(scores)];
  for (const kind of kinds) {
    const [result, score, right] = [results[kind], stored[kind], exact[kind]];
    if (kind === 'evCorrelation' && !exact.wellConditioned) continue;
    if (right !== null && Math.abs(right) > 1e300) continue;
    if (score === null) assert.equal(result.kind, 'absent');
    else if (score === 'undefined')
      assert.equal(result.kind, right === null ? 'undefined' : 'disagree');
    else if (right === null) assert.match(result.kind, /^(disagree|unchecked)$/);
    else {
      const difference = Math.abs(score - right) / Math.max(1, Math.abs(right));
      if (difference < 1e-12) assert.equal(result.kind, 'agree', `${kind}: ${score}, ${right}`);
      if (result.kind === 'agree' && result.by === 'exactly') assert.ok(difference < 1e-6);
    }
  }
}

interface Stored {
  readonly evCorrelationScore: number | null;
  readonly rsquaredScore: number | null;
  readonly absoluteDevExplainedScore: number | null;
}

function assertStored(scores: readonly Score[], of: Stored): void {
  const shown = valuesOf(scores);
  const [a, b, c] = [of.evCorrelationScore, of.rsquaredScore, of.absoluteDevExplainedScore];
  for (const [score, inFile] of [
    [shown.evCorrelation, a],
    [shown.rSquared, b],
    [shown.absoluteDevExplained, c],
  ] as const)
    assert.equal(score, inFile === null || Number.isFinite(inFile) ? inFile : 'undefined');
}

function assertExact(scores: readonly Score[], exact: ExactScores): void {
  const shown = recomputedOf(scores);
  for (const kind of kinds) {
    if (kind === 'evCorrelation' && !exact.wellConditioned) continue;
    assertNear(shown[kind], exact[kind], kind);
  }
}

/** A value that is no double any more has none here, either. */
export function assertNear(shown: ScoreValue, exact: number | null, what: string): void {
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
