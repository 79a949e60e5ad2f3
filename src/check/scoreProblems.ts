import { judge, type Judged, judgeSequence, type Verdicts } from '../analysis/judgement.ts';
import { sequenceScores, wholeScores } from '../analysis/recomputed.ts';
import { type ScoreKind, scoreKinds, type StoredScores } from '../analysis/scoreKinds.ts';
import { disagreementText } from '../analysis/scoreText.ts';
import type { Cause, Verdict } from '../analysis/verdict.ts';
import { displayScore } from '../text/display.ts';
import { type Problem, problem } from '../format/problem.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import type { JsonPath } from '../format/pythonJson.ts';
import type { ComputedScores } from '../format/scores.ts';

/**
 * Finds problems in the scores of an explanation. `path` is its path in the neuron, in current
 * names.
 */
export function scoreProblems(judged: Judged, path: JsonPath): Problem[] {
  const { scoredSimulation } = judged.scored;
  const simulation = [...path, 'scored_simulation'];
  const sequences = scoredSimulation.scoredSequenceSimulations;
  const tokens = sequences.reduce((sum, each) => sum + each.simulation.tokens.length, 0);
  const ofWhole = problemsOf({
    stored: scoredSimulation,
    recomputed: wholeScores(scoredSimulation),
    verdicts: judge(judged).verdicts,
    isWhole: true,
    tokens,
    path: simulation,
  });
  const ofSequences = sequences.flatMap((sequence, place) =>
    problemsOf({
      stored: sequence,
      recomputed: sequenceScores(sequence),
      verdicts: judgeSequence(judged, place),
      isWhole: false,
      tokens: sequence.simulation.tokens.length,
      path: [...simulation, 'scored_sequence_simulations', place],
    }),
  );
  return [...ofWhole, ...ofSequences];
}

function problemsOf(of: {
  readonly stored: StoredScores;
  readonly recomputed: ComputedScores;
  readonly verdicts: Verdicts;
  readonly isWhole: boolean;
  readonly tokens: number;
  readonly path: JsonPath;
}): Problem[] {
  const tokens = `${of.tokens} ${of.tokens === 1 ? 'token' : 'tokens'}`;
  return scoreKinds.flatMap(({ kind, field, own }) => {
    const [verdict, stored, recomputed] = [of.verdicts[kind], of.stored[own], of.recomputed[kind]];
    const code = codeOf(verdict, kind, stored, of.isWhole);
    if (!code) return [];
    const message =
      stored === null
        ? `No score stored; these ${tokens} give ${displayScore(recomputed)}.`
        : disagreementText(verdict, kind, stored, recomputed, tokens);
    return problem(code, [...of.path, field], message);
  });
}

function codeOf(
  verdict: Verdict,
  kind: ScoreKind,
  stored: number | null,
  isWhole: boolean,
): ProblemCode | undefined {
  // Only the score for ranking is required.
  if (verdict.kind === 'absent')
    return verdict.why === null && kind === 'evCorrelation' && isWhole
      ? 'score-missing'
      : undefined;
  // Missing data is a problem of its own.
  if (verdict.kind !== 'disagree') return undefined;
  if (stored !== null && !Number.isFinite(stored)) return 'score-missing';
  if (verdict.cause) return causeCodes[verdict.cause.is] ?? 'score-disagrees';
  return verdict.mayCoverMore ? 'score-unexplained' : 'score-disagrees';
}

/** Causes with a code other than `score-disagrees`. */
const causeCodes: Readonly<Partial<Record<Cause['is'], ProblemCode>>> = {
  outOfRange: 'score-out-of-range',
  placeholder: 'score-placeholder',
  uncalibrated: 'score-other-scale',
  mapped: 'score-other-scale',
  normalized: 'score-other-scale',
};
