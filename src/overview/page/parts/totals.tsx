import { displayScore } from '../../../text/display.ts';
import type { Totals } from '../../contract/contract.ts';
import { formatCount, plural } from '../../../text/number.ts';

interface Props {
  readonly all: Totals;
  /** Of the neurons in the table; null if those are all. */
  readonly chosen: Totals | null;
  readonly beyond: number;
}

const rows: readonly { name: string; show: (totals: Totals) => string }[] = [
  { name: 'Neurons', show: ({ neurons }) => formatCount(neurons) },
  { name: 'Indexed', show: ({ read }) => formatCount(read) },
  { name: 'Without explanation', show: (of) => formatCount(of.withoutExplanation) },
  { name: 'Score undefined', show: (of) => formatCount(of.undefinedScores) },
  { name: 'Files with problems', show: (of) => formatCount(of.problemFiles) },
  { name: 'Median score', show: ({ median }) => displayScore(median) },
  { name: 'Mean score', show: ({ mean }) => displayScore(mean) },
  { name: 'Best score', show: ({ best }) => displayScore(best) },
];

/** Totals of all neurons, and of those in the table. */
export function TotalsTable({ all, chosen, beyond }: Props) {
  return (
    <section class="totals" aria-labelledby="totals-heading">
      <h2 id="totals-heading" class="section-heading">
        Totals
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">All</th>
            <th scope="col">Filtered</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, show }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{show(all)}</td>
              <td class={chosen ? '' : 'dim'}>{show(chosen ?? all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beyond > 0 && (
        <p class="note">{plural(beyond, 'score')} beyond −1 and 1, which the plot does not show.</p>
      )}
    </section>
  );
}
