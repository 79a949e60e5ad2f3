import { displayScore } from '../../../text/display.ts';
import type { LayerSummary } from '../../contract/contract.ts';
import { formatCount } from '../../../text/number.ts';

/** The plot's data as numbers. */
export function LayerTable({ layers }: { layers: readonly LayerSummary[] }) {
  return (
    <details class="layer-numbers">
      <summary>Numbers by layer</summary>
      <div class="layer-table" role="region" aria-label="Numbers by layer" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[
                'Layer',
                'Neurons',
                'Indexed',
                'Median',
                'Mean',
                'Best',
                'Undefined',
                'Problems',
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
