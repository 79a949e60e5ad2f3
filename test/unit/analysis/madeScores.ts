import { checkExplanation, checkSequence, type Judged } from '../../../src/analysis/checkScores.ts';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import type { CheckResult } from '../../../src/model/score.ts';
import { type ComputedScores, computeScores } from '../../../src/format/scores.ts';
import { decodeText } from '../format/decodeText.ts';
import { neuronText, type Scores } from '../catalog/support/neuronText.ts';
import { type ByKind, resultsOf } from '../support/scores.ts';

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface MadeSequence {
  readonly tokens: readonly string[];
  readonly actual: readonly number[];
  /** In the neuron's units. */
  readonly simulated: readonly number[];
  /** On 0-10. */
  readonly before: readonly number[];
}

/** Different sequences of a neuron that is rarely active, with a fair simulation. */
export function madeSequences(random: () => number, count = 6, length = 32): MadeSequence[] {
  return Array.from({ length: count }, () => {
    const peak = 0.3 + 8 * random() ** 2;
    const actual = Array.from({ length }, () => random() * (random() < 0.3 ? peak : 0.1));
    const before = actual.map((value) => Math.min(10, 2 * value * random() + random()));
    const simulated = before.map((value) => 0.3 * value + 0.2 * random() - 0.1);
    return { tokens: actual.map((_, i) => ` t${i}`), actual, simulated, before };
  });
}

export function joined(
  sequences: readonly MadeSequence[],
  by: 'simulated' | 'before',
): ComputedScores {
  return computeScores(
    sequences.flatMap(({ actual }) => actual),
    sequences.flatMap((each) => each[by]),
  );
}

export const listed = (scores: ComputedScores): Scores => [
  scores.evCorrelation,
  scores.rSquared,
  scores.absoluteDevExplained,
];

/** An explanation as a writer leaves it. */
export interface MadeExplanation {
  readonly sequences: readonly MadeSequence[];
  /** Of the whole; what is left out is right. */
  readonly whole?: Partial<ComputedScores>;
  /** Of sequences, by their places. */
  readonly own?: Readonly<Record<number, Partial<Record<keyof ComputedScores, number | null>>>>;
  /** Whether the file has the simulation on 0-10 alone, and the scores of it. */
  readonly onTen?: boolean;
  /** To how many decimals scores and values are rounded, the scores having been computed before. */
  readonly decimals?: number;
  /** To how many values are, where it is not as many. */
  readonly valueDecimals?: number;
  /** How else values and scores are rounded. */
  readonly round?: { readonly value?: Round; readonly score?: Round };
}

/** What is written for a number. */
export type Round = (value: number) => number;

/** The checks of the scores of the first explanation: of the whole, and of each sequence. */
export function checksOf(...made: readonly MadeExplanation[]): {
  readonly whole: ByKind<CheckResult>;
  readonly sequences: readonly ByKind<CheckResult>[];
} {
  const text = neuronText('5:131', made.map(written));
  const all = explainedUnit(decodeText(text).neuron).explanations;
  const explanation = all[0]!;
  const judged: Judged = { explanation, all };
  return {
    whole: resultsOf(checkExplanation(judged)),
    sequences: explanation.sequences.map((_, place) => resultsOf(checkSequence(judged, place))),
  };
}

export function causeOf(result: CheckResult) {
  return result.kind === 'disagree' ? result.cause : `it does not: ${result.kind}`;
}

export const asIs: Round = (value) => value;
export const toDecimals =
  (decimals: number): Round =>
  (value) =>
    Number(value.toFixed(decimals));

function written(made: MadeExplanation) {
  const { sequences, whole, own, onTen, decimals, valueDecimals } = made;
  const by = onTen ? 'before' : 'simulated';
  const places = valueDecimals ?? decimals;
  const value = made.round?.value ?? (places === undefined ? asIs : toDecimals(places));
  const ofScore = made.round?.score ?? (decimals === undefined ? asIs : toDecimals(decimals));
  const round = (score: unknown) => (typeof score === 'number' ? ofScore(score) : score);
  return {
    scores: listed({ ...joined(sequences, by), ...whole }).map(round),
    sequences: sequences.map((each, place) => ({
      tokens: each.tokens,
      actual: each.actual.map(value),
      simulated: each[by].map(value),
      scale: onTen ? 'simulated_normalized_activations' : 'neuron_activations',
      values: [],
      probabilities: [],
      ...(!onTen && {
        uncalibrated: {
          simulated: each.before.map(value),
          scale: 'simulated_normalized_activations',
          values: [],
          probabilities: [],
        },
      }),
      scores: listed({ ...joined([each], by), ...own?.[place] } as ComputedScores).map(round),
    })),
  };
}
