import * as l10n from '@vscode/l10n';
import { displayScore } from '../../../text/display.ts';
import type { LayerSummary, Totals } from '../../contract/contract.ts';
import { formatCount } from '../../../text/number.ts';

interface Props {
  readonly all: Totals;
  /** Of the neurons in the table; null if those are all. */
  readonly chosen: Totals | null;
  readonly beyond: number;
  /** Shows the neurons that match a query in the table. */
  readonly showOnly: (query: string) => void;
}

interface TotalsRow {
  readonly name: string;
  readonly show: (totals: Totals) => string;
  /** Shows the counted neurons in the table. */
  readonly link?: { readonly query: string; readonly title: string };
}

const rows: readonly TotalsRow[] = [
  { name: l10n.t('Neurons'), show: ({ neurons }) => formatCount(neurons) },
  { name: l10n.t('Indexed'), show: ({ read }) => formatCount(read) },
  { name: l10n.t('Without explanation'), show: (of) => formatCount(of.withoutExplanation) },
  { name: l10n.t('Score undefined'), show: (of) => formatCount(of.undefinedScores) },
  {
    name: l10n.t('Files with problems'),
    show: (of) => formatCount(of.problemFiles),
    link: { query: 'is:problem', title: l10n.t('Show these files') },
  },
  {
    name: l10n.t('Unreadable files'),
    show: (of) => formatCount(of.unreadable),
    link: {
      query: 'is:unreadable',
      title: l10n.t('Show these files and why they could not be read'),
    },
  },
  { name: l10n.t('Median score'), show: ({ median }) => displayScore(median) },
  { name: l10n.t('Mean score'), show: ({ mean }) => displayScore(mean) },
  { name: l10n.t('Best score'), show: ({ best }) => displayScore(best) },
];

/** Totals of all neurons, and of those in the table. */
export function TotalsTable({ all, chosen, beyond, showOnly }: Props) {
  return (
    <section class="totals" aria-labelledby="totals-heading">
      <h2 id="totals-heading" class="section-heading">
        {l10n.t('Totals')}
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{l10n.t('All')}</th>
            <th scope="col">{l10n.t('Filtered')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, show, link }) => (
            <tr key={name}>
              <th scope="row">
                {link && show(all) !== '0' ? (
                  <button
                    type="button"
                    class="link"
                    title={link.title}
                    onClick={() => showOnly(link.query)}
                  >
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              <td>{show(all)}</td>
              <td class={chosen ? '' : 'dim'}>{show(chosen ?? all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beyond > 0 && <p class="note">{beyondText(beyond)}</p>}
    </section>
  );
}

function beyondText(count: number): string {
  return count === 1
    ? l10n.t('1 score is outside −1 to 1 and not shown in the plot.')
    : l10n.t('{0} scores are outside −1 to 1 and not shown in the plot.', formatCount(count));
}

/** The plot's data as numbers. */
export function LayerTable({ layers }: { layers: readonly LayerSummary[] }) {
  return (
    <details class="layer-numbers">
      <summary>{l10n.t('Statistics by layer')}</summary>
      <div
        class="layer-table"
        role="region"
        aria-label={l10n.t('Statistics by layer')}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {[
                l10n.t('Layer'),
                l10n.t('Neurons'),
                l10n.t('Indexed'),
                l10n.t('Median'),
                l10n.t('Mean'),
                l10n.t('Best'),
                l10n.t('Undefined'),
                l10n.t('Problems'),
              ].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map(({ key, label, totals }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{formatCount(totals.neurons)}</td>
                <td>{formatCount(totals.read)}</td>
                <td>{displayScore(totals.median)}</td>
                <td>{displayScore(totals.mean)}</td>
                <td>{displayScore(totals.best)}</td>
                <td>{formatCount(totals.undefinedScores)}</td>
                <td>{formatCount(totals.problemFiles)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
