import * as l10n from '@vscode/l10n';
import { capitalized } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import {
  explainScore,
  hasValue,
  isMeaningless,
  meaninglessReason,
  needsOtherUnits,
} from '../../../tokens/text/units.ts';
import { formatCount } from '../../../text/number.ts';
import { scoreText } from '../text/scoreText.ts';
import { Icon } from '../../../ui/icon.tsx';

/** The scores, and whether they agree with the tokens in the file. */
export function Scores({ explanation }: { explanation: ExplanationSummary }) {
  const { scores, tokenCount, scale } = explanation;
  const rows = scores.map((score) => {
    const kind = scoreKindOf(score.kind);
    // An absent score that would be meaningless needs no remark.
    const idle = score.value === null && needsOtherUnits(kind, scale);
    const text = scoreText(score, kind, tokenCount);
    return {
      kind,
      score,
      result: score.check?.result,
      text: idle ? { ...text, tokens: '', reason: '' } : text,
    };
  });
  const agreeing = rows.filter(({ result }) => result?.kind === 'agree');
  const agreed = agreeing.length > 0 && !rows.some(({ result }) => result?.kind === 'disagree');
  const rounded = agreeing.some(
    ({ result }) => result?.kind === 'agree' && result.by === 'rounding',
  );
  // A reason common to all is shown once.
  const isCommon = new Set(rows.map(({ text }) => text.reason)).size === 1;
  const [first] = rows;
  const common = isCommon ? (first?.text.reason ?? '') : '';
  return (
    <div class="scores">
      <dl>
        {rows.map(({ kind, score, result, text }) => {
          const { key, name, about } = kind;
          const sentences = [text.tokens, common === '' ? text.reason : ''].filter(Boolean);
          const meaningless = isMeaningless(score, scale);
          const Value = meaningless ? 'span' : 'b';
          return (
            <div class="score-item" key={key}>
              <dt>
                <span
                  class="term"
                  tabIndex={0}
                  aria-describedby={`about-${key}`}
                  onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
                >
                  {capitalized(name)}
                </span>
                <span class="tip" role="tooltip" id={`about-${key}`}>
                  {about}
                </span>
              </dt>
              <dd class={hasValue(score.value) && !meaningless ? '' : 'dim'}>
                <Value title={explainScore(score.value)}>{text.stored}</Value>
                {text.why !== '' && `: ${text.why}`}
              </dd>
              {meaningless && <dd class="recomputed">{meaninglessReason()}</dd>}
              {sentences.length > 0 && (
                <dd class="recomputed" data-verdict={result?.kind}>
                  {result?.kind === 'disagree' && <Icon name="warning" class="severity-warning" />}
                  {sentences.join(' ')}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {common !== '' && <p class="score-item score-common recomputed">{common}</p>}
      {agreed && (
        <p class="score-item agreed">
          <Icon name="check" />
          {agreementText(tokenCount, rounded)}
        </p>
      )}
    </div>
  );
}

function agreementText(tokens: number, rounded: boolean): string {
  const count = formatCount(tokens);
  if (rounded)
    return tokens === 1
      ? l10n.t('Matches the stored token, within rounding')
      : l10n.t('Matches the {0} stored tokens, within rounding', count);
  return tokens === 1
    ? l10n.t('Matches the stored token')
    : l10n.t('Matches the {0} stored tokens', count);
}
