import * as l10n from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { preferredName, scoreKindOf } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import { capitalized, displayScore } from '../../../text/display.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import {
  explainScore,
  hasValue,
  isMeaningless,
  meaninglessReason,
} from '../../../tokens/text/units.ts';
import { formatCount } from '../../../text/number.ts';
import { MeaninglessMark, MeaninglessNote } from '../../../tokens/parts/meaningless.tsx';
import { ExplanationText } from '../parts/claim.tsx';
import { initialSort, nextSort, type Sort, sorted, type SortKey } from './sort.ts';

interface Props {
  readonly explanations: readonly ExplanationSummary[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
  readonly compare: (index: number) => void;
}

/** The chosen explanation is a radio button, so arrow keys move through the rows. */
export function ExplanationTable({ explanations, chosen, choose, compare }: Props) {
  const [sort, setSort] = useState(initialSort);
  const title = (key: SortKey, name: string, about: string) => (
    <Title sort={sort} column={key} name={name} about={about} setSort={setSort} />
  );
  const kinds = explanations[0]?.scores.map(({ kind }) => scoreKindOf(kind)) ?? [];
  const anyMeaningless = explanations.some(({ scores, scale }) =>
    scores.some((score) => isMeaningless(score, scale)),
  );
  return (
    <>
      <div class="explanation-scroll" role="radiogroup" aria-label={l10n.t('Explanation')}>
        <table class="explanation-table">
          <caption class="sr-only">{l10n.t('Explanations and scores')}</caption>
          <thead>
            <tr>
              {title('index', '#', l10n.t('Position in the file'))}
              <th scope="col">{l10n.t('Explanation')}</th>
              {kinds.map(({ shortName, name }, i) => title(i, shortName, capitalized(name)))}
              <th scope="col">
                <span class="sr-only">{l10n.t('Compare')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted(explanations, sort).map((explanation) => (
              <Row
                key={explanation.index}
                explanation={explanation}
                isChosen={explanation.index === chosen}
                choose={choose}
                compare={compare}
              />
            ))}
          </tbody>
        </table>
      </div>
      {anyMeaningless && <MeaninglessNote />}
    </>
  );
}

interface TitleProps {
  readonly sort: Sort;
  readonly column: SortKey;
  readonly name: string;
  readonly about: string;
  readonly setSort: (sort: Sort) => void;
}

function Title({ sort, column, name, about, setSort }: TitleProps) {
  const isSorted = sort.key === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" class="number" key={column} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        class="sort"
        title={about}
        onClick={() => setSort(nextSort(column, sort))}
      >
        {isSorted && <Icon name={sort.descending ? 'arrow-small-down' : 'arrow-small-up'} />}
        {name}
      </button>
    </th>
  );
}

interface RowProps {
  readonly explanation: ExplanationSummary;
  readonly isChosen: boolean;
  readonly choose: (index: number) => void;
  readonly compare: (index: number) => void;
}

function Row({ explanation, isChosen, choose, compare }: RowProps) {
  const { index, scores, scale } = explanation;
  return (
    <tr class="explanation-row" data-index={index}>
      <td class="number dim">{formatCount(index + 1)}</td>
      <td>
        <label>
          <input
            class="sr-only"
            type="radio"
            name="explanation"
            checked={isChosen}
            onChange={() => choose(index)}
          />
          <ExplanationText explanation={explanation} />
          <span class="sr-only">
            , {preferredName(scores)} {displayScore(preferred(scores))}
          </span>
        </label>
      </td>
      {scores.map((score) => {
        const { kind, value } = score;
        const meaningless = isMeaningless(score, scale);
        return (
          <td
            key={kind}
            class={hasValue(value) && !meaningless ? 'number' : 'number dim'}
            title={meaningless ? meaninglessReason() : explainScore(value)}
            onClick={() => choose(index)}
          >
            {displayScore(value)}
            {meaningless && <MeaninglessMark />}
          </td>
        );
      })}
      <td>
        {!isChosen && (
          // Not a tab stop in each row: the button below the table does the same.
          <button
            type="button"
            class="icon-button"
            tabIndex={-1}
            title={l10n.t('Compare with Selected Explanation')}
            aria-label={l10n.t('Compare with Selected Explanation')}
            onClick={() => compare(index)}
          >
            <Icon name="split-horizontal" />
          </button>
        )}
      </td>
    </tr>
  );
}
