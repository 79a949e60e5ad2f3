import * as l10n from '@vscode/l10n';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred, type Score } from '../../../model/score.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { displayScore } from '../../../text/display.ts';
import { ExplanationTable, ExplanationText } from '../explanations/table.tsx';
import { explainScore, hasValue } from '../../../tokens/text/units.ts';

/** Longer lists are a table. */
const few = 4;

interface Props {
  readonly explanations: readonly ExplanationSummary[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
  /** Compares the chosen one with another. If null, with the best of the others. */
  readonly compare: (index: number | null) => void;
}

/** Best first. A single explanation is a heading, as there is nothing to choose. */
export function Explanations({ explanations, chosen, choose, compare }: Props) {
  const [only] = explanations;
  if (explanations.length === 1 && only) {
    return (
      <section aria-label={l10n.t('Explanation')} class="explanation explanation-single">
        <h2>
          <ExplanationText explanation={only} />
        </h2>
        <PreferredScore scores={only.scores} />
      </section>
    );
  }
  return (
    <section aria-label={l10n.t('Explanations')}>
      <h2 class="sr-only">{l10n.t('Explanations, best first')}</h2>
      {explanations.length > few && (
        <ExplanationTable
          explanations={explanations}
          chosen={chosen}
          choose={choose}
          compare={compare}
        />
      )}
      {explanations.length <= few && (
        <div class="explanations" role="radiogroup" aria-label={l10n.t('Explanation')}>
          {explanations.map((explanation) => (
            <label class="explanation" key={explanation.index}>
              <input
                class="sr-only"
                type="radio"
                name="explanation"
                checked={explanation.index === chosen}
                onChange={() => choose(explanation.index)}
              />
              <ExplanationText explanation={explanation} />
              <PreferredScore scores={explanation.scores} />
            </label>
          ))}
        </div>
      )}
      <p class="compare-explanations">
        <button type="button" class="link" onClick={() => compare(null)}>
          {l10n.t('Compare Explanations')}
        </button>
      </p>
    </section>
  );
}

function PreferredScore({ scores }: { scores: readonly Score[] }) {
  const score = preferred(scores);
  const share = hasValue(score) ? Math.max(0, Math.min(1, score)) : 0;
  return (
    <span class="score">
      <span class="score-bar" aria-hidden="true">
        <span class="score-fill" style={{ width: `${share * 100}%` }} />
      </span>
      <span class="sr-only">, {preferredName(scores)} </span>
      <span
        class={hasValue(score) ? 'score-number' : 'score-number no-value'}
        title={explainScore(score)}
      >
        {displayScore(score)}
      </span>
    </span>
  );
}
