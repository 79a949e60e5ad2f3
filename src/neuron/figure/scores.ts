import { displayScore } from '../../format/display.ts';
import type { Scores } from '../protocol.ts';

/** The scores that there are, in words. */
export function scoreText({ evCorrelation, rSquared, absoluteDevExplained }: Scores): string {
  const named = [
    ['EV correlation', evCorrelation],
    ['R²', rSquared],
    ['absolute deviation explained', absoluteDevExplained],
  ] as const;
  const said = named.flatMap(([name, score]) =>
    score === null ? [] : [`${name} ${displayScore(score)}`],
  );
  return said.join(' · ');
}
