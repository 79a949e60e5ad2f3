import { displayScore } from '../../../text/display.ts';
import type { ExplanationSummary, Scores } from '../../../neuron/contract/protocol.ts';
import { MeaninglessMark, MeaninglessNote } from '../../../tokens/parts/meaningless.tsx';
import { explainScore } from '../../../tokens/text/scoreValue.ts';
import { isMeaningless, meaninglessReason } from '../../../tokens/text/units.ts';
import type { Comparison } from '../../contract/contract.ts';
import { scoreDifference } from '../scoreDifference.ts';
import { nameOf } from '../title.ts';

const kinds: readonly (readonly [key: keyof Scores, name: string])[] = [
  ['evCorrelation', 'EV correlation'],
  ['rSquared', 'R²'],
  ['absoluteDevExplained', 'Absolute deviation explained'],
];

interface Props {
  readonly comparison: Comparison;
  readonly left: ExplanationSummary;
  readonly right: ExplanationSummary;
}

/** The stored scores of both sides, and their differences. */
export function ScoreTable({ comparison, left, right }: Props) {
  const sides = [left, right] as const;
  return (
    <>
      <table class="values score-table">
        <caption class="sr-only">Scores</caption>
        <thead>
          <tr>
            <th scope="col">Score</th>
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
          {kinds.map(([key, name]) => {
            const meaningless = sides.map((side) => isMeaningless(key, side));
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {sides.map(({ scores }, i) => (
                  <Cell
                    key={i}
                    value={displayScore(scores[key])}
                    about={explainScore(scores[key])}
                    meaningless={meaningless[i]!}
                  />
                ))}
                <Cell
                  value={scoreDifference(left.scores[key], right.scores[key])}
                  about=""
                  meaningless={meaningless.includes(true)}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      {kinds.some(([key]) => sides.some((side) => isMeaningless(key, side))) && <MeaninglessNote />}
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
      title={meaningless ? meaninglessReason : about}
    >
      {value}
      {meaningless && <MeaninglessMark />}
    </td>
  );
}
