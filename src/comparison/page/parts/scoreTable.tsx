import * as l10n from '@vscode/l10n';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import { capitalized, displayScore } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../../neuron/contract/protocol.ts';
import { MeaninglessMark, MeaninglessNote } from '../../../tokens/parts/meaningless.tsx';
import { explainScore, isMeaningless, meaninglessReason } from '../../../tokens/text/units.ts';
import type { Score } from '../../../model/score.ts';
import type { Comparison } from '../../contract/contract.ts';
import { scoreDifference } from '../scoreDifference.ts';
import { nameOf } from '../title.ts';

interface Props {
  readonly comparison: Comparison;
  readonly left: ExplanationSummary;
  readonly right: ExplanationSummary;
}

/** The stored scores of both sides, and their differences. */
export function ScoreTable({ comparison, left, right }: Props) {
  const rows = left.scores.flatMap((score) => {
    const other = right.scores.find(({ kind }) => kind === score.kind);
    return other ? [[score, other] as const] : [];
  });
  const scales = [left.scale, right.scale] as const;
  const isMeaninglessAt = (score: Score, i: number) => isMeaningless(score, scales[i]!);
  return (
    <>
      <table class="values score-table">
        <caption class="sr-only">{l10n.t('Scores')}</caption>
        <thead>
          <tr>
            <th scope="col">{l10n.t('Score')}</th>
            <th scope="col" class="number">
              {nameOf(comparison, 'left')}
            </th>
            <th scope="col" class="number">
              {nameOf(comparison, 'right')}
            </th>
            <th scope="col" class="number">
              B − A
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((scores) => {
            const [a, b] = scores;
            const meaningless = scores.map(isMeaninglessAt);
            return (
              <tr key={a.kind}>
                <th scope="row">{capitalized(scoreKindOf(a.kind).name)}</th>
                {scores.map(({ value }, i) => (
                  <Cell
                    key={i}
                    value={displayScore(value)}
                    about={explainScore(value)}
                    meaningless={meaningless[i]!}
                  />
                ))}
                <Cell
                  value={scoreDifference(a.value, b.value)}
                  about=""
                  meaningless={meaningless.includes(true)}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.some((scores) => scores.some(isMeaninglessAt)) && <MeaninglessNote />}
    </>
  );
}

interface CellProps {
  readonly value: string;
  readonly about: string;
  readonly meaningless: boolean;
}

function Cell({ value, about, meaningless }: CellProps) {
  return (
    <td
      class={meaningless ? 'number dim' : 'number'}
      title={meaningless ? meaninglessReason() : about}
    >
      {value}
      {meaningless && <MeaninglessMark />}
    </td>
  );
}
