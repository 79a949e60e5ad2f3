import * as l10n from '@vscode/l10n';
import {
  displayApart,
  reasonText,
  tokensText,
  undefinedText,
} from '../../../analysis/scoreText.ts';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import type { Score, ScoreKind, ScoreValue } from '../../../model/score.ts';
import { capitalized, displayScore } from '../../../text/display.ts';
import type { Sequence } from '../../../tokens/contract.ts';

/** What the tokens in the file say about a score, in sentences. Each may be empty. */
export interface ScoreText {
  /** The stored score, with enough decimals to differ from the recomputed one. */
  readonly stored: string;
  /** Why it is undefined, if the tokens give no score either. */
  readonly why: string;
  /** The score that the tokens give, if the file has another or none. */
  readonly tokens: string;
  readonly reason: string;
}

/** `tokens` is their number. */
export function scoreText({ value, check }: Score, kind: ScoreKind, tokens: number): ScoreText {
  if (!check) return { stored: displayScore(value), why: '', tokens: '', reason: '' };
  const { result, recomputed } = check;
  const [apart] = displayApart(value, recomputed);
  const differs = result.kind === 'disagree' || (result.kind === 'absent' && result.why === null);
  return {
    stored: result.kind === 'disagree' ? apart : displayScore(value),
    why: result.kind === 'undefined' ? undefinedText(result.why) : '',
    tokens: differs ? tokensText(check, value, tokens) : '',
    reason: reasonText(result, kind, (key) => scoreKindOf(key).name),
  };
}

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
