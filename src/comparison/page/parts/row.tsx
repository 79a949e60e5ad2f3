import * as l10n from '@vscode/l10n';
import { capitalized, displayScore } from '../../../text/display.ts';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import type { Rulers } from '../../../tokens/colour/scale.ts';
import { hasValue } from '../../../tokens/text/units.ts';
import { formatCount } from '../../../text/number.ts';
import { useSequenceText } from '../../../tokens/elements/useSequenceText.ts';
import type { ComparedRow, Comparison, SideName } from '../../contract/contract.ts';
import { type Cell, cellIndex, cellsOf } from '../cells.ts';
import { scoreDifference } from '../scoreDifference.ts';
import { nameOf } from '../title.ts';

interface Props {
  readonly row: ComparedRow;
  readonly index: number;
  /** Whether it is the first row whose sides have nothing in common. */
  readonly startsApart: boolean;
  readonly comparison: Comparison;
  readonly rulers: Readonly<Record<SideName, Rulers>>;
}

export function Row({ row, index, startsApart, comparison, rulers }: Props) {
  const { kind, left, right } = row;
  const score = preferredName((left ?? right)?.scores ?? []);
  return (
    <li class={`row row-${kind}`} data-linked={kind === 'apart' ? undefined : ''}>
      {startsApart && <p class="apart dim">{l10n.t('Only in one of the two')}</p>}
      {kind !== 'apart' && (
        <p class="row-head">
          <span class="sr-only">{l10n.t('Sequence')} </span>
          <span class="dim">{formatCount((left?.index ?? index) + 1)}</span>
          <span title={l10n.t('{0} of this sequence, B − A', capitalized(score))}>
            <span class="sr-only">, {score} </span>
            <span class="dim">B − A </span>
            <b class="difference">
              {scoreDifference(preferred(left?.scores ?? []), preferred(right?.scores ?? []))}
            </b>
          </span>
        </p>
      )}
      <div class="cells">
        {cellsOf(row).map((cell) => (
          <CellView
            key={cell.column}
            cell={cell}
            sequence={row[cell.side]}
            index={cellIndex(index, cell.column)}
            title={cell.mode === 'actual' ? l10n.t('Actual') : nameOf(comparison, cell.side)}
            rulers={rulers[cell.side]}
          />
        ))}
      </div>
    </li>
  );
}

interface CellProps {
  readonly cell: Cell;
  readonly sequence: Sequence | null;
  readonly index: number;
  readonly title: string;
  readonly rulers: Rulers;
}

function CellView({ cell, sequence, index, title, rulers }: CellProps) {
  const scores = sequence?.scores ?? [];
  const score = preferred(scores);
  return (
    <div class="cell-view" data-sequence={index} data-mode={cell.mode}>
      {sequence && (
        <>
          <p class="cell-head">
            <span class="dim">{title}</span>
            {cell.mode !== 'actual' && (
              <span
                class={hasValue(score) ? 'number' : 'dim'}
                title={l10n.t('{0} of this sequence', capitalized(preferredName(scores)))}
              >
                {displayScore(score)}
              </span>
            )}
          </p>
          <Tokens sequence={sequence} rulers={rulers} />
        </>
      )}
    </div>
  );
}

function Tokens({ sequence, rulers }: { sequence: Sequence; rulers: Rulers }) {
  const { container, shown, extend } = useSequenceText(sequence, rulers);
  const total = sequence.tokens.length;
  return (
    <>
      <div class="tokens" dir="auto" ref={container} />
      {total === 0 && <p class="dim">{l10n.t('No tokens')}</p>}
      {shown > 0 && shown < total && (
        <button type="button" class="link" onClick={extend}>
          {l10n.t('Show more of {0} tokens', formatCount(total))}
        </button>
      )}
    </>
  );
}
