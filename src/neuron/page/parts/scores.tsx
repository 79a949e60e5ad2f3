import type { ExplanationSummary, Scores as ScoreValues } from '../../contract/protocol.ts';
import { reasonText } from '../../../analysis/scoreText.ts';
import { explainScore, hasValue } from '../../../tokens/text/scoreValue.ts';
import { plural } from '../../../text/number.ts';
import { scoreText } from '../text/scoreText.ts';
import { isMeaningless, meaninglessReason, needsOtherUnits } from '../../../tokens/text/units.ts';
import { Icon } from '../../../ui/icon.tsx';

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

/** The three scores, and whether they agree with the tokens in the file. */
export function Scores({ explanation }: { explanation: ExplanationSummary }) {
  const { scores, recomputed, tokenCount, scale, judgement } = explanation;
  const tokens = plural(tokenCount, 'token');
  const rows = kinds.map((kind) => {
    const [stored, verdict] = [scores[kind.key], judgement.verdicts[kind.key]];
    // An absent score that would be meaningless needs no remark.
    const idle = stored === null && needsOtherUnits(kind.key, scale);
    const text = scoreText(verdict, kind.key, stored, recomputed[kind.key], tokens);
    return { ...kind, stored, verdict, text: idle ? { ...text, tokens: '', reason: '' } : text };
  });
  const agreeing = rows.filter(({ verdict }) => verdict.kind === 'agree');
  const agreed = agreeing.length > 0 && !rows.some(({ verdict }) => verdict.kind === 'disagree');
  const rounded = agreeing.some(
    ({ verdict }) => verdict.kind === 'agree' && verdict.by === 'rounding',
  );
  // A reason common to all three is shown once.
  const isCommon = new Set(rows.map(({ text }) => text.reason)).size === 1;
  const [first] = rows;
  const common = isCommon && first?.text.reason ? reasonText(first.verdict, first.key, true) : '';
  return (
    <div class="scores">
      <dl>
        {rows.map(({ key, name, about, stored, verdict, text }) => {
          const sentences = [text.tokens, common === '' ? text.reason : ''].filter(Boolean);
          const meaningless = isMeaningless(key, explanation);
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
                  {name}
                </span>
                <span class="tip" role="tooltip" id={`about-${key}`}>
                  {about}
                </span>
              </dt>
              <dd class={hasValue(stored) && !meaningless ? '' : 'dim'}>
                <Value title={explainScore(stored)}>{text.stored}</Value>
                {text.why !== '' && `: ${text.why}`}
              </dd>
              {meaningless && <dd class="recomputed">{meaninglessReason}</dd>}
              {sentences.length > 0 && (
                <dd class="recomputed" data-verdict={verdict.kind}>
                  {verdict.kind === 'disagree' && <Icon name="warning" class="severity-warning" />}
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
          Matches the {plural(tokenCount, 'stored token')}
          {rounded && ', within rounding'}
        </p>
      )}
    </div>
  );
}
