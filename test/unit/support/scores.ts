import { openaiScoreKinds } from '../../../src/dialects/openai/scoreKinds.ts';
import type { ComputedScores } from '../../../src/format/scores.ts';
import type { CheckResult, Score, ScoreCheck, ScoreValue } from '../../../src/model/score.ts';

/** The keys of the reference's kinds of scores. */
export type Kind = keyof ComputedScores;
export type ByKind<T> = Readonly<Record<Kind, T>>;

const unchecked: ScoreCheck = { recomputed: null, result: { kind: 'absent', why: null } };

/** Scores of the reference's kinds; missing where nothing is given. */
export function scoresOf(
  values: Partial<ByKind<ScoreValue>>,
  checks: Partial<ByKind<ScoreCheck>> = {},
): Score[] {
  return openaiScoreKinds.map(({ key }) => ({
    kind: key,
    value: values[key as Kind] ?? null,
    check: checks[key as Kind] ?? unchecked,
  }));
}

export const noScores = scoresOf({});

/** Each score's stored value. */
export function valuesOf(scores: readonly Score[]): ByKind<ScoreValue> {
  return byKind(scores, ({ value }) => value);
}

/** What the tokens give for each score. */
export function recomputedOf(scores: readonly Score[]): ByKind<ScoreValue> {
  return byKind(scores, ({ check }) => check!.recomputed);
}

/** The result of each score's check. */
export function resultsOf(scores: readonly Score[]): ByKind<CheckResult> {
  return byKind(scores, ({ check }) => check!.result);
}

function byKind<T>(scores: readonly Score[], of: (score: Score) => T): ByKind<T> {
  return Object.fromEntries(scores.map((score) => [score.kind, of(score)])) as ByKind<T>;
}
