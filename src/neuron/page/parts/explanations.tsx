import * as l10n from '@vscode/l10n';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';
import { formatCount } from '../../../text/number.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { ExplanationTable } from '../explanations/table.tsx';
import { ExplanationText } from './claim.tsx';

/** More are a table, which opens on request. */
const few = 4;

interface Props {
  readonly explanations: readonly ExplanationSummary[];
  readonly chosen: number;
  /** Whether the table is open. */
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly choose: (index: number) => void;
  /** Compares the chosen one with another. If null, with the best of the others. */
  readonly compare: (index: number | null) => void;
}

/** One line to choose from several explanations, best first. Nothing for a single one. */
export function Explanations(props: Props) {
  const { explanations, chosen, choose, compare, open, setOpen } = props;
  if (explanations.length === 1) return null;
  const isTable = explanations.length > few;
  const count = l10n.t('{0} explanations', formatCount(explanations.length));
  return (
    <section class="explanations" aria-label={l10n.t('Explanations')}>
      <div class="explanations-line">
        {isTable ? (
          <button
            type="button"
            class="link explanations-open"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            {count}
          </button>
        ) : (
          <Few {...props} count={count} />
        )}
        <button
          type="button"
          class="link"
          aria-label={l10n.t('Compare Explanations')}
          onClick={() => compare(null)}
        >
          {l10n.t('Compare')}
        </button>
      </div>
      {isTable && open && (
        <ExplanationTable
          explanations={explanations}
          chosen={chosen}
          choose={choose}
          compare={compare}
        />
      )}
    </section>
  );
}

function Few({ explanations, chosen, choose, count }: Props & { readonly count: string }) {
  return (
    <>
      <span class="dim explanations-count" id="explanations-count">
        {count}
      </span>
      <div class="pills" role="radiogroup" aria-labelledby="explanations-count">
        {explanations.map((explanation) => {
          const { index, scores, text } = explanation;
          return (
            <label class="pill" key={index} title={text ?? undefined}>
              <input
                class="sr-only"
                type="radio"
                name="explanation"
                checked={index === chosen}
                onChange={() => choose(index)}
              />
              <span class="sr-only">{preferredName(scores)} </span>
              <span class="number">{displayScore(preferred(scores))}</span>{' '}
              <ExplanationText explanation={explanation} />
            </label>
          );
        })}
      </div>
    </>
  );
}
