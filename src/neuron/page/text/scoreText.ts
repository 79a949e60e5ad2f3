import {
  capitalized,
  displayApart,
  reasonText,
  tokensText,
  undefinedText,
} from '../../../analysis/scoreText.ts';
import type { ScoreKind } from '../../../analysis/scoreKinds.ts';
import type { Verdict } from '../../../analysis/verdict.ts';
import { displayScore } from '../../../text/display.ts';
import type { Score } from '../../contract/protocol.ts';

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

/** `tokens` is their number, such as `640 tokens`. */
export function scoreText(
  verdict: Verdict,
  kind: ScoreKind,
  stored: Score,
  recomputed: Score,
  tokens: string,
): ScoreText {
  const [own, other] = [numberOf(stored), numberOf(recomputed) ?? NaN];
  const [apart] = displayApart(own, other);
  const shown = verdict.kind === 'disagree' ? apart : displayScore(stored);
  const differs =
    verdict.kind === 'disagree' || (verdict.kind === 'absent' && verdict.why === null);
  const text = differs ? tokensText(verdict, own, other, tokens) : '';
  return {
    stored: shown,
    why: verdict.kind === 'undefined' ? undefinedText[verdict.why] : '',
    tokens: text === '' ? '' : `${capitalized(text)}.`,
    reason: reasonText(verdict, kind),
  };
}

function numberOf(score: Score): number | null {
  return score === 'undefined' ? NaN : score;
}
