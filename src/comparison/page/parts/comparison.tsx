import * as l10n from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import { explanationText } from '../../../text/display.ts';
import { plainScheme, type Scheme } from '../../../tokens/colour/scheme.ts';
import { formatCount } from '../../../text/number.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { ComparedRow, Comparison, SideName } from '../../contract/contract.ts';
import type { Model, Snapshot } from '../model.ts';
import { comparedScales } from '../scales.ts';
import { type TextDifference, textDifference, type TextPart } from '../textDifference.ts';
import { explanationOf, nameOf } from '../title.ts';
import { Rows } from './rows.tsx';
import { ScoreTable } from './scoreTable.tsx';
import { Side } from './side.tsx';
import type { Sequence } from '../../../tokens/contract.ts';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { occurring } from '../../../tokens/sequenceRun.ts';

interface Props {
  readonly comparison: Comparison;
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly announcer: Announcer;
}

/** Two explanations side by side: texts and scores with their differences, and simulations. */
export function ComparisonView({ comparison, snapshot, model, announcer }: Props) {
  const left = explanationOf(comparison.left);
  const right = explanationOf(comparison.right);
  const texts = useMemo(
    () =>
      textDifference(
        explanationText(left?.text ?? null) ?? '',
        explanationText(right?.text ?? null) ?? '',
      ),
    [left?.text, right?.text],
  );
  const together = comparison.first.rows.some(({ kind }) => kind === 'shared');
  const schemes = useMemo(() => {
    const made = comparedScales(left, right, together);
    return { left: plainScheme(made.left), right: plainScheme(made.right) };
  }, [comparison]);
  return (
    <>
      <div class="sides">
        <Side name="left" comparison={comparison} text={marked(texts, 'left')} model={model} />
        <Side name="right" comparison={comparison} text={marked(texts, 'right')} model={model} />
      </div>
      {left && right && (
        <>
          {texts.alike && (
            <p class="text-difference dim">
              {texts.onlyLeft + texts.onlyRight === 0
                ? l10n.t('Both explanations have the same words.')
                : l10n.t(
                    'Marked words: {0} only in A, {1} only in B.',
                    formatCount(texts.onlyLeft),
                    formatCount(texts.onlyRight),
                  )}
            </p>
          )}
          <ScoreTable comparison={comparison} left={left} right={right} />
        </>
      )}
      <Legends
        comparison={comparison}
        schemes={schemes}
        rows={snapshot.rows}
        together={together}
        bars={together && snapshot.layout === 'text'}
      />
      <Rows
        comparison={comparison}
        snapshot={snapshot}
        schemes={schemes}
        model={model}
        announcer={announcer}
      />
    </>
  );
}

/** The words that differ, if the texts are alike. */
function marked({ alike, ...texts }: TextDifference, side: SideName): readonly TextPart[] {
  return alike ? texts[side] : texts[side].map((part) => ({ ...part, differs: false }));
}

interface LegendsProps {
  readonly comparison: Comparison;
  readonly schemes: Readonly<Record<SideName, Scheme>>;
  readonly rows: readonly ComparedRow[];
  /** Whether both sides have the same activations, which are then shown once. */
  readonly together: boolean;
  /** Whether both simulations are bars below one text. */
  readonly bars: boolean;
}

const barOf = { left: 'above', right: 'below' } as const;

export function Legends({ comparison, schemes, rows, together, bars }: LegendsProps) {
  const marks = (side: SideName) =>
    occurring(rows.flatMap((row): Sequence[] => (row[side] ? [row[side]] : [])));
  return (
    <div class="toolbar legends">
      {together && <Legend scheme={schemes.left} mode="actual" occurring={marks('left')} />}
      {(['left', 'right'] as const).map((side) => (
        <div class="side-legend" key={side} data-bar={bars ? barOf[side] : undefined}>
          <span class="side-letter">{nameOf(comparison, side)}</span>
          {bars && (
            <span class="dim">
              {side === 'left' ? l10n.t('above the line') : l10n.t('below the line')}
            </span>
          )}
          <Legend
            scheme={schemes[side]}
            mode={together ? 'simulated' : 'overlay'}
            occurring={marks(side)}
          />
        </div>
      ))}
    </div>
  );
}
