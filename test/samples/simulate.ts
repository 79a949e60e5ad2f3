import type { ExplanationPlan } from './plan.ts';
import { randomOf } from './random.ts';
import { floor4, round4 } from './round.ts';

/** A simulator's prediction for a token, most probable first; empty if it skipped the token. */
export interface Prediction {
  readonly expected: number;
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

/** For the size of the files; real ones list up to 11 values. */
const longest = 5;
const leastListed = 0.01;

const skipped: Prediction = { expected: 0, values: [], probabilities: [] };

/** An imperfect simulator that goes by an explanation, on the scale from 0 to 10. */
export function simulate(
  explanation: ExplanationPlan,
  tokens: readonly string[],
  key: string,
): Prediction[] {
  const random = randomOf(`${explanation.text} ${key}`);
  return tokens.map((_, at) => {
    const mean = explanation.constant ? 0 : guess(explanation, tokens, at, random);
    if (explanation.skips && random() < 0.04) return skipped;
    const spread = explanation.constant ? 0.4 : 0.4 + random() * (0.2 + mean / 6);
    return distribution(mean, spread, explanation.allValues ?? false);
  });
}

function guess(
  explanation: ExplanationPlan,
  tokens: readonly string[],
  at: number,
  random: () => number,
): number {
  const strength = explanation.predicts(tokens, at);
  const [chance, jitter, height] = [random(), random(), random()];
  // It overlooks some tokens that the explanation means, and takes others to be meant.
  if (strength > 0 && chance < 0.4 * explanation.blur) return height;
  if (strength === 0 && chance < 0.15 * explanation.blur) return 1 + 5 * height;
  if (strength === 0) return 0.5 * explanation.blur * jitter;
  const off = explanation.blur * (jitter - 0.5);
  return 10 * Math.max(0, Math.min(1, strength * (0.85 + 0.15 * height) + off));
}

/** Around a mean. The values that are not listed take a little of the probability with them. */
function distribution(mean: number, spread: number, all: boolean): Prediction {
  const weights = Array.from({ length: 11 }, (_, value) => {
    const distance = (value - mean) / spread;
    return { value, weight: 1 / (1 + distance * distance * distance * distance) };
  });
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  const listed = weights
    .map(({ value, weight }) => ({ value, probability: floor4(weight / sum) }))
    .sort((a, b) => b.probability - a.probability || a.value - b.value)
    .filter(({ probability }, i) => probability > 0 && (all || isListed(probability, i)));
  const mass = listed.reduce((total, { probability }) => total + probability, 0);
  const moment = listed.reduce((total, { value, probability }) => total + value * probability, 0);
  return {
    expected: round4(moment / mass),
    values: listed.map(({ value }) => value),
    probabilities: listed.map(({ probability }) => probability),
  };
}

function isListed(probability: number, rank: number): boolean {
  return rank < longest && probability >= leastListed;
}
