import * as l10n from '@vscode/l10n';
import { capitalized, displayScore } from '../../../text/display.ts';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import { useMemo } from 'preact/hooks';
import type { SecondSimulation } from '../../../tokens/elements/sequenceText.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import type { Rulers } from '../../../tokens/colour/scale.ts';
import { strongestText } from '../../../tokens/text/strongest.ts';
import { hasValue } from '../../../tokens/text/units.ts';
import { formatCount } from '../../../text/number.ts';
import { useSequenceText } from '../../../tokens/elements/useSequenceText.ts';
import type { ComparedRow, Comparison, Layout, SideName } from '../../contract/contract.ts';
import { type Cell, cellIndex, cellsOf } from '../cells.ts';
import { scoreDifference } from '../scoreDifference.ts';
import { nameOf } from '../title.ts';

interface Props {
  readonly row: ComparedRow;
  readonly index: number;
  /** Whether it is the first row whose sides have nothing in common. */
  readonly startsApart: boolean;
  readonly comparison: Comparison;
  readonly layout: Layout;
  readonly rulers: Readonly<Record<SideName, Rulers>>;
}

export function Row({ row, index, startsApart, comparison, layout, rulers }: Props) {
  const { kind, left, right } = row;
  const cells = cellsOf(row, layout);
  const score = preferredName((left ?? right)?.scores ?? []);
  return (
    <li class={`row row-${kind}`} data-linked={kind === 'apart' ? undefined : ''}>
      {startsApart && <p class="apart dim">{l10n.t('Only in one of the two')}</p>}
      {kind !== 'apart' && (
        <p class="row-head">
          <span class="sr-only">{l10n.t('Sequence')} </span>
          <span class="dim">{formatCount((left?.index ?? index) + 1)}</span>
          {cells[0]?.mode === 'both' && left && right && (
            <>
              <CellScore sequence={left} comparison={comparison} side="left" />
              <CellScore sequence={right} comparison={comparison} side="right" />
            </>
          )}
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
        {cells.map((cell) => (
          <CellView
            key={`${cell.mode} ${cell.column}`}
            cell={cell}
            row={row}
            index={cellIndex(index, cell.column)}
            comparison={comparison}
            rulers={rulers}
          />
        ))}
      </div>
    </li>
  );
}

interface CellProps {
  readonly cell: Cell;
  readonly row: ComparedRow;
  readonly index: number;
  readonly comparison: Comparison;
  readonly rulers: Props['rulers'];
}

function CellView({ cell, row, index, comparison, rulers }: CellProps) {
  const { mode, side } = cell;
  const sequence = row[side];
  const both = mode === 'both' && row.right;
  const second = useMemo(
    () => (both ? { sequence: both, rulers: rulers.right } : null),
    [both, rulers.right],
  );
  const strongest = useMemo(
    () => (sequence && mode !== 'simulated' ? strongestText(sequence) : ''),
    [sequence, mode],
  );
  return (
    <div class="cell-view" data-sequence={index} data-mode={mode}>
      {sequence && (
        <>
          {!both && (
            <p class="cell-head">
              {mode === 'actual' && <span class="dim">{l10n.t('Actual')}</span>}
              {mode !== 'actual' && <CellScore {...{ sequence, comparison, side }} />}
            </p>
          )}
          {strongest !== '' && <span class="sr-only">{strongest}</span>}
          <Tokens sequence={sequence} rulers={rulers[side]} second={second} />
        </>
      )}
    </div>
  );
}

interface CellScoreProps {
  readonly sequence: Sequence;
  readonly comparison: Comparison;
  readonly side: SideName;
}

function CellScore({ sequence: { scores }, comparison, side }: CellScoreProps) {
  const score = preferred(scores);
  return (
    <span>
      <span class="dim">{nameOf(comparison, side)}</span>{' '}
      <span
        class={hasValue(score) ? 'number' : 'dim'}
        title={l10n.t('{0} of this sequence', capitalized(preferredName(scores)))}
      >
        {displayScore(score)}
      </span>
    </span>
  );
}

interface TokensProps {
  readonly sequence: Sequence;
  readonly rulers: Rulers;
  readonly second: SecondSimulation | null;
}

function Tokens({ sequence, rulers, second }: TokensProps) {
  const { container, shown, extend } = useSequenceText(sequence, rulers, { second });
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
