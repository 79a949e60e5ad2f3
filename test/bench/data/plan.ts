import { round4 } from '../../samples/round.ts';
import { type Random, randomFrom } from './choose.ts';
import { explanationText } from './texts.ts';

/** What a made-up neuron's file says of an explanation, but for its sequences. */
export interface PlannedExplanation {
  readonly text: string;
  /** Null where the file has none, NaN where it is undefined; then the others are so, too. */
  readonly score: number | null;
  readonly rSquared: number | null;
  readonly absoluteDevExplained: number | null;
}

/** The explanations of a neuron, and the random numbers for the rest of it. The same each time. */
export function planNeuron(
  seed: number,
  count: (random: Random) => number,
): { explanations: PlannedExplanation[]; random: Random } {
  const random = randomFrom(seed);
  const explanations = Array.from({ length: count(random) }, () => ({
    text: explanationText(random),
    ...scores(random),
  }));
  return { explanations, random };
}

/** Most neurons have one explanation. */
export function oneToThree(random: Random): number {
  const chance = random();
  return chance < 0.84 ? 1 : chance < 0.96 ? 2 : 3;
}

export const one = () => 1;

/** To 4 decimals, equal in both spellings. Most neurons are explained badly, some well. */
function scores(random: Random): Omit<PlannedExplanation, 'text'> {
  const chance = random();
  if (chance < 0.02) {
    const none = chance < 0.01 ? null : NaN;
    return { score: none, rSquared: none, absoluteDevExplained: none };
  }
  const score = random() ** 2 * 1.03 - 0.06;
  return {
    score: round4(score),
    rSquared: round4(score * score - 0.1 * random()),
    absoluteDevExplained: round4(score * 0.6 - 0.2 * random()),
  };
}
