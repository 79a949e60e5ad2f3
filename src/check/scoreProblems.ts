import { checkExplanation, checkSequence, type Judged } from '../analysis/checkScores.ts';
import { disagreementText, tokensText } from '../analysis/scoreText.ts';
import { scoreKindOf } from '../dialects/scoreKinds.ts';
import { type Problem, problem } from '../format/problem.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import type { JsonPath } from '../format/pythonJson.ts';
import type { Cause, Score } from '../model/score.ts';

/**
 * Finds problems in the scores of an explanation. `path` is its path in the neuron, in current
 * names.
 */
export function scoreProblems(judged: Judged, path: JsonPath): Problem[] {
  const simulation = [...path, 'scored_simulation'];
  const { sequences } = judged.explanation;
  const tokens = sequences.reduce((sum, each) => sum + each.tokens.length, 0);
  const ofWhole = problemsOf({
    scores: checkExplanation(judged),
    isWhole: true,
    tokens,
    path: simulation,
  });
  const ofSequences = sequences.flatMap((sequence, place) =>
    problemsOf({
      scores: checkSequence(judged, place),
      isWhole: false,
      tokens: sequence.tokens.length,
      path: [...simulation, 'scored_sequence_simulations', place],
    }),
  );
  return [...ofWhole, ...ofSequences];
}

function problemsOf(of: {
  readonly scores: readonly Score[];
  readonly isWhole: boolean;
  readonly tokens: number;
  readonly path: JsonPath;
}): Problem[] {
  return of.scores.flatMap((score, i) => {
    const { value, check } = score;
    const code = codeOf(score, of.isWhole && i === 0);
    if (!code || !check) return [];
    const kind = scoreKindOf(score.kind);
    const message =
      value === null
        ? `No score stored. ${tokensText(check, value, of.tokens)}`
        : disagreementText(check, kind, value, of.tokens, nameOf);
    return problem(code, [...of.path, kind.field], message);
  });
}

/** `isRequired`: for ranking. */
function codeOf({ value, check }: Score, isRequired: boolean): ProblemCode | undefined {
  const result = check?.result;
  if (result?.kind === 'absent')
    return result.why === null && isRequired ? 'score-missing' : undefined;
  // Missing data is a problem of its own.
  if (result?.kind !== 'disagree') return undefined;
  if (value === 'undefined') return 'score-missing';
  if (result.cause) return causeCodes[result.cause.is] ?? 'score-disagrees';
  return result.mayCoverMore ? 'score-unexplained' : 'score-disagrees';
}

/** Causes with a code other than `score-disagrees`. */
const causeCodes: Readonly<Partial<Record<Cause['is'], ProblemCode>>> = {
  outOfRange: 'score-out-of-range',
  placeholder: 'score-placeholder',
  uncalibrated: 'score-other-scale',
  mapped: 'score-other-scale',
  normalized: 'score-other-scale',
};

const nameOf = (key: string) => scoreKindOf(key).name;
