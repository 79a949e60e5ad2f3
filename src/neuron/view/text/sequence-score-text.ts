import { displayScore } from '../../../format/display.ts';
import type { Score, Sequence } from '../../protocol.ts';
import { plural } from './number.ts';
import { scoreText, type ScoreText } from './score-text.ts';

/** What a sequence's tokens say of its score. */
export function sequenceText({ tokens, scores, recomputed, verdicts }: Sequence): ScoreText {
  return scoreText(
    verdicts.evCorrelation,
    'evCorrelation',
    scores.evCorrelation,
    recomputed.evCorrelation,
    plural(tokens.length, 'token'),
  );
}

/** A sequence's score in sentences, and the score of all others without it; undefined where that is not known yet. */
export function sequenceScoreText(sequence: Sequence, without: Score | undefined): string {
  const { stored, why, tokens, reason } = sequenceText(sequence);
  const { evCorrelation } = sequence.scores;
  const of = 'EV correlation of this sequence';
  return [
    evCorrelation === null
      ? `${of}: not in the file.`
      : `${of}: ${stored}${why === '' ? '' : `, ${why}`}.`,
    tokens,
    reason,
    without === undefined ? '' : `Without this sequence: ${displayScore(without ?? 'undefined')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
