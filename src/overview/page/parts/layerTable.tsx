import * as l10n from '@vscode/l10n';
import { displayScore } from '../../../text/display.ts';
import type { LayerSummary } from '../../contract/contract.ts';
import { formatCount } from '../../../text/number.ts';

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
