import type { ExplanationSummary, Scores as ScoreValues } from '../../protocol.ts';
import { displayScore } from '../../../format/display.ts';
import { explainScore, hasValue, plural } from '../text/number.ts';
import { recomputedText } from '../text/recomputed.ts';
import { isMeaningless, meaninglessReason, needsOtherUnits } from '../text/units.ts';
import { verdictReason } from '../text/verdict.ts';
import { Icon } from '../../../webview/view/icon.tsx';

interface Kind {
  readonly key: keyof ScoreValues;
  readonly name: string;
  readonly about: string;
}

const kinds: readonly Kind[] = [
  {
    key: 'evCorrelation',
    name: 'EV correlation',
    about:
      'Pearson’s correlation of the actual with the simulated (expected) activations over all tokens: 1 is perfect, 0 is chance. The preferred score.',
  },
  {
    key: 'rSquared',
    name: 'R²',
    about:
      '1 − mean squared error / mean squared activation. Not centred on the mean, so it is not the usual R². Meaningful where the simulation is in the neuron’s units.',
  },
  {
    key: 'absoluteDevExplained',
    name: 'Absolute deviation explained',
    about:
      '1 − mean absolute error / mean absolute activation. Meaningful where the simulation is in the neuron’s units.',
  },
];

/** The three scores, and what the tokens of the file say of them. */
export function Scores({ explanation }: { explanation: ExplanationSummary }) {
  const { scores, recomputed, tokenCount, scale, judgement } = explanation;
  const tokens = plural(tokenCount, 'token');
  const verdicts = kinds.map(({ key }) => judgement.verdicts[key]);
  const agreeing = verdicts.filter(({ kind }) => kind === 'agree');
  const agreed = agreeing.length > 0 && !verdicts.some(({ kind }) => kind === 'disagree');
  const rounded = agreeing.some((verdict) => verdict.kind === 'agree' && verdict.by === 'rounding');
  // What holds for all three is said once.
  const reasons = new Set(verdicts.map(verdictReason));
  const common = reasons.size === 1 ? [...reasons].join() : '';
  return (
    <div class="scores">
      <dl>
        {kinds.map(({ key, name, about }) => {
          const score = scores[key];
          // An absent score that would mean nothing here is no worse for being absent.
          const idle = score === null && needsOtherUnits(key, scale);
          const meaningless = isMeaningless(key, explanation);
          const Value = meaningless ? 'span' : 'b';
          const other = idle ? null : recomputedText(score, recomputed[key]);
          const reason = idle || common !== '' ? '' : verdictReason(judgement.verdicts[key]);
          const disagrees = judgement.verdicts[key].kind === 'disagree';
          return (
            <div class="score-item" key={key}>
              <dt>
                <span
                  class="term"
                  tabIndex={0}
                  aria-describedby={`about-${key}`}
                  onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
                >
                  {name}
                </span>
                <span class="tip" role="tooltip" id={`about-${key}`}>
                  {about}
                </span>
              </dt>
              <dd class={hasValue(score) && !meaningless ? '' : 'dim'}>
                <Value title={explainScore(score)}>{displayScore(score)}</Value>
              </dd>
              {meaningless && <dd class="recomputed">{meaninglessReason}</dd>}
              {(other !== null || reason !== '') && (
                <dd class="recomputed" data-verdict={judgement.verdicts[key].kind}>
                  {disagrees && <Icon name="warning" class="severity-warning" />}
                  {other !== null && `from the ${tokens} here: ${other}`}
                  {other !== null && reason !== '' && '; '}
                  {reason}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {common !== '' && <p class="score-item recomputed">{common}</p>}
      {agreed && (
        <p class="score-item agreed">
          <Icon name="check" />
          the {tokens} here give the same{rounded && ', but for rounding'}
        </p>
      )}
    </div>
  );
}
