import {
  displayApart,
  reasonText,
  tokensText,
  undefinedText,
} from '../../../analysis/scoreText.ts';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import type { Score, ScoreKind } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';

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
