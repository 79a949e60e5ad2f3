import * as l10n from '@vscode/l10n';
import { capitalized, displayScore } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { preferredName, scoreKindOf } from '../../../dialects/scoreKinds.ts';
import { type CheckResult, preferred, type Score } from '../../../model/score.ts';
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

interface Props {
  readonly explanation: ExplanationSummary;
}

/** The scores in the head of the page. The button opens what they mean and whether they hold. */
export function ScoreButton({ explanation }: Props) {
  const { scores, scale } = explanation;
  const score = preferred(scores);
  const share = hasValue(score) ? Math.max(0, Math.min(1, score)) : 0;
  const others = scores.slice(1).filter((it) => hasValue(it.value) && !isMeaningless(it, scale));
  const { icon, text } = checkOf(explanation);
  const othersText = others.map(
    ({ kind, value }) => `${scoreKindOf(kind).shortName} ${displayScore(value)}`,
  );
  const spoken = [`${preferredName(scores)} ${displayScore(score)}`, text, othersText.join(', ')];
  return (
    <>
      <button
        type="button"
        class="score-button"
        popovertarget="scores"
        title={text || explainScore(score)}
      >
        <span class="score-bar" aria-hidden="true">
          <span class="score-fill" style={{ width: `${share * 100}%` }} />
        </span>
        <span class="sr-only">{`${spoken.filter(Boolean).join('. ')}.`}</span>
        <span class={hasValue(score) ? 'score-number' : 'score-number no-value'} aria-hidden="true">
          {displayScore(score)}
        </span>
        {icon && <Icon name={icon} class={icon === 'check' ? 'agreed' : `severity-${icon}`} />}
        {others.length > 0 && (
          <span class="score-others dim" aria-hidden="true">
            {othersText.join(' · ')}
          </span>
        )}
      </button>
      <div class="scores" id="scores" popover="auto" role="dialog" aria-label={l10n.t('Scores')}>
        <Scores explanation={explanation} />
      </div>
    </>
  );
}

/** The scores that the tokens in the file contradict. They are shown without being asked for. */
export function ScoreWarnings({ explanation }: Props) {
  const { scores, tokenCount } = explanation;
  return scores.map((score) => {
    const severity = severityOf(score.check?.result);
    if (!severity) return null;
    const kind = scoreKindOf(score.kind);
    const { stored, tokens, reason } = scoreText(score, kind, tokenCount);
    return (
      <p class="score-warning" key={kind.key}>
        <Icon name={severity} class={`severity-${severity}`} />
        <span>
          {capitalized(kind.name)} <b>{stored}</b>. {tokens} {reason}
        </span>
      </p>
    );
  });
}

/** How severe it is that the tokens contradict a score; null if they do not. */
function severityOf(result: CheckResult | undefined): 'warning' | 'info' | null {
  if (result?.kind !== 'disagree') return null;
  return result.mayCoverMore ? 'info' : 'warning';
}

/** Whether the tokens confirm the scores, as an icon and a sentence. */
function checkOf({ scores, tokenCount }: ExplanationSummary) {
  const results = scores.flatMap(({ check }) => check?.result ?? []);
  const severities = results.map(severityOf);
  if (severities.includes('warning'))
    return { icon: 'warning', text: l10n.t('A score does not match the stored tokens') } as const;
  if (severities.includes('info'))
    return { icon: 'info', text: l10n.t('A score may cover more sequences') } as const;
  const agreeing = results.filter((result) => result.kind === 'agree');
  if (agreeing.length === 0) return { icon: null, text: '' } as const;
  const rounded = agreeing.some(({ by }) => by === 'rounding');
  return { icon: 'check', text: agreementText(tokenCount, rounded) } as const;
}

/** The scores, what they mean, and whether they agree with the tokens in the file. */
export function Scores({ explanation }: Props) {
  const { scores, tokenCount, scale } = explanation;
  const { icon, text: agreement } = checkOf(explanation);
  const texts = scores.map((score) => {
    const kind = scoreKindOf(score.kind);
    const text = scoreText(score, kind, tokenCount);
    // An absent score that would be meaningless needs no remark.
    const idle = score.value === null && needsOtherUnits(kind, scale);
    return idle ? { ...text, tokens: '', reason: '' } : text;
  });
  // A reason common to all is shown once.
  const isCommon = new Set(texts.map(({ reason }) => reason)).size === 1;
  const common = isCommon ? (texts[0]?.reason ?? '') : '';
  return (
    <>
      <dl>
        {scores.map((score, i) => {
          const { stored, why, tokens, reason } = texts[i]!;
          const sentences = [tokens, common === '' ? reason : ''].filter(Boolean).join(' ');
          return <ScoreItem key={score.kind} {...{ score, scale, stored, why, sentences }} />;
        })}
      </dl>
      {common !== '' && <p class="recomputed">{common}</p>}
      {icon === 'check' && (
        <p class="agreement">
          <Icon name="check" class="agreed" /> {agreement}
        </p>
      )}
    </>
  );
}

interface ItemProps {
  readonly score: Score;
  readonly scale: ExplanationSummary['scale'];
  readonly stored: string;
  readonly why: string;
  readonly sentences: string;
}

function ScoreItem({ score, scale, stored, why, sentences }: ItemProps) {
  const { name, about } = scoreKindOf(score.kind);
  const result = score.check?.result;
  const severity = severityOf(result);
  const meaningless = isMeaningless(score, scale);
  const Value = meaningless ? 'span' : 'b';
  return (
    <div class="score-item">
      <dt>{capitalized(name)}</dt>
      <dd class={hasValue(score.value) && !meaningless ? 'score-value' : 'score-value dim'}>
        <Value title={explainScore(score.value)}>{stored}</Value>
        {why !== '' && `: ${why}`}
      </dd>
      {meaningless && <dd class="recomputed">{meaninglessReason()}</dd>}
      {sentences !== '' && (
        <dd class="recomputed" data-verdict={result?.kind}>
          {severity && <Icon name={severity} class={`severity-${severity}`} />}
          {sentences}
        </dd>
      )}
      <dd class="score-about dim">{about}</dd>
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
