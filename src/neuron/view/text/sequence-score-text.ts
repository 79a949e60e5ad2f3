import { displayScore } from '../../../format/display.ts';
import type { Score, Sequence } from '../../protocol.ts';
import { explainScore } from './number.ts';
import { recomputedText } from './recomputed.ts';
import { verdictReason } from './verdict.ts';

/** What a sequence's score is, by the file and by its tokens, and what the others have without it; undefined where that is not known yet. */
export function sequenceScoreText(sequence: Sequence, without: Score | undefined): string {
  const file = sequence.scores.evCorrelation;
  const other = recomputedText(file, sequence.recomputed.evCorrelation);
  return [
    'EV correlation of this sequence',
    explainScore(file),
    other === null ? '' : `from its tokens: ${other}`,
    verdictReason(sequence.verdicts.evCorrelation),
    without === undefined ? '' : `all others without it: ${displayScore(without ?? 'undefined')}`,
  ]
    .filter((note) => note !== '')
    .join('; ');
}
