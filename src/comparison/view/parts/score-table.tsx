import { displayScore } from '../../../format/display.ts';
import type { ExplanationSummary, Scores } from '../../../neuron/protocol.ts';
import { explainScore } from '../../../neuron/view/text/number.ts';
import type { Comparison } from '../../protocol.ts';
import { scoreDifference } from '../score-difference.ts';
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

/** The scores of both as their files have them, and by how much the right is better. */
export function ScoreTable({ comparison, left, right }: Props) {
  return (
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
        {kinds.map(([key, name]) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td class="number" title={explainScore(left.scores[key])}>
              {displayScore(left.scores[key])}
            </td>
            <td class="number" title={explainScore(right.scores[key])}>
              {displayScore(right.scores[key])}
            </td>
            <td class="number difference">
              {scoreDifference(left.scores[key], right.scores[key])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
