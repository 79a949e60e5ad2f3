import type { ComputedScores } from '../format/scores.ts';

/** One of the three scores. */
export type ScoreKind = keyof ComputedScores;

/** The names of each score: in the file, in decoded data, and on screen. */
export const scoreKinds = [
  {
    kind: 'evCorrelation',
    field: 'ev_correlation_score',
    own: 'evCorrelationScore',
    name: 'EV correlation',
  },
  { kind: 'rSquared', field: 'rsquared_score', own: 'rsquaredScore', name: 'R²' },
  {
    kind: 'absoluteDevExplained',
    field: 'absolute_dev_explained_score',
    own: 'absoluteDevExplainedScore',
    name: 'absolute deviation explained',
  },
] as const satisfies readonly { readonly kind: ScoreKind; readonly [name: string]: string }[];

/** The stored scores of a whole or of one sequence. */
export type StoredScores = Readonly<Record<(typeof scoreKinds)[number]['own'], number | null>>;

export function storedScore(of: StoredScores, kind: ScoreKind): number | null {
  return of[scoreKinds.find((each) => each.kind === kind)!.own];
}

/** One value for each kind of score. */
export function forEachKind<T>(make: (kind: ScoreKind) => T): Readonly<Record<ScoreKind, T>> {
  return {
    evCorrelation: make('evCorrelation'),
    rSquared: make('rSquared'),
    absoluteDevExplained: make('absoluteDevExplained'),
  };
}

/** The three scores, in the order of the kinds. */
export function storedScores(of: StoredScores): (number | null)[] {
  return scoreKinds.map(({ own }) => of[own]);
}
