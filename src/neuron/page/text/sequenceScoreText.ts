import * as l10n from '@vscode/l10n';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import type { Score, ScoreValue } from '../../../model/score.ts';
import { capitalized, displayScore } from '../../../text/display.ts';
import type { Sequence } from '../../contract/protocol.ts';
import { scoreText } from './scoreText.ts';

/** `without` is the preferred score without the sequence, undefined until known. */
export function sequenceScoreText(sequence: Sequence, without: ScoreValue | undefined): string {
  const [preferred, ...others] = sequence.scores;
  return [
    ...(preferred ? [textOf(sequence, preferred)] : []),
    ...(without === undefined
      ? []
      : [l10n.t('Without this sequence: {0}.', displayScore(without ?? 'undefined'))]),
    ...others.filter(disagrees).map((score) => textOf(sequence, score)),
  ].join(' ');
}

/** Empty if no score disagrees. */
export function sequenceWarning(sequence: Sequence): string {
  return sequence.scores
    .filter(disagrees)
    .map((score) => textOf(sequence, score))
    .join(' ');
}

function disagrees({ check }: Score): boolean {
  return check?.result.kind === 'disagree';
}

function textOf({ tokens }: Sequence, score: Score): string {
  const kind = scoreKindOf(score.kind);
  const text = scoreText(score, kind, tokens.length);
  const stored = score.value === null ? l10n.t('not in the file') : text.stored;
  const why = text.why === '' ? '' : `, ${text.why}`;
  const name = capitalized(kind.name);
  return [l10n.t('{0} of this sequence: {1}.', name, `${stored}${why}`), text.tokens, text.reason]
    .filter((part) => part !== '')
    .join(' ');
}
