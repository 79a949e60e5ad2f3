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

/**
 * What the tokens beside a score say of it, in sentences; each is empty where there is nothing to
 * say.
 */
export interface ScoreText {
  /**
   * The stored score; with as many decimals as tell it from what the tokens give, where they
   * disagree.
   */
  readonly stored: string;
  /** Why it is undefined, if tokens give no score either. */
  readonly why: string;
  /** The score that they give, where the file has another, or none. */
  readonly tokens: string;
  readonly reason: string;
}

/** `tokens` is how many there are, such as `640 tokens`. */
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
