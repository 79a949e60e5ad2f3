import type { ExplanationSummary, Score as ScoreValue } from '../../protocol.ts';
import { displayScore, explanationText } from '../../../format/display.ts';
import { explainScore, hasValue } from '../text/number.ts';

interface Props {
  readonly explanations: readonly ExplanationSummary[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

/** The explanations, best first. A single one needs no choosing: it stands as a heading. */
export function Explanations({ explanations, chosen, choose }: Props) {
  const [only] = explanations;
  if (explanations.length === 1 && only) {
    return (
      <section aria-label="Explanation" class="explanation explanation-single">
        <h2>
          <Text explanation={only} />
        </h2>
        <Score score={only.scores.evCorrelation} />
      </section>
    );
  }
  return (
    <section aria-label="Explanations">
      <h2 class="sr-only">Explanations, best first</h2>
      <div class="explanations" role="radiogroup" aria-label="Explanation">
        {explanations.map((explanation) => (
          <label class="explanation" key={explanation.index}>
            <input
              class="sr-only"
              type="radio"
              name="explanation"
              checked={explanation.index === chosen}
              onChange={() => choose(explanation.index)}
            />
            <Text explanation={explanation} />
            <Score score={explanation.scores.evCorrelation} />
          </label>
        ))}
      </div>
    </section>
  );
}

function Text({ explanation }: { explanation: ExplanationSummary }) {
  const text = explanationText(explanation.text);
  return text === null ? (
    <em class="explanation-text">(no explanation text)</em>
  ) : (
    <span class="explanation-text" dir="auto">
      {text}
    </span>
  );
}

function Score({ score }: { score: ScoreValue }) {
  const share = hasValue(score) ? Math.max(0, Math.min(1, score)) : 0;
  return (
    <span class="score">
      <span class="score-bar" aria-hidden="true">
        <span class="score-fill" style={{ width: `${share * 100}%` }} />
      </span>
      <span class="sr-only">, EV correlation </span>
      <span
        class={hasValue(score) ? 'score-number' : 'score-number no-value'}
        title={explainScore(score)}
      >
        {displayScore(score)}
      </span>
    </span>
  );
}
