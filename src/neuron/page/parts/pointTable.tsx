import * as l10n from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Points } from '../../../analysis/points.ts';
import { binPoints } from '../analysis/bins.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';

/** The scatter plot for screen readers: actual activations in ten ranges of simulated ones. */
export function PointTable({ points }: { readonly points: Points }) {
  const bins = useMemo(() => binPoints(points), [points]);
  return (
    <div class="sr-only">
      <table>
        <caption>{l10n.t('Actual activation by simulated activation')}</caption>
        <thead>
          <tr>
            <th scope="col">{l10n.t('Simulated')}</th>
            <th scope="col">{l10n.t('Tokens')}</th>
            <th scope="col">{l10n.t('Mean actual')}</th>
            <th scope="col">{l10n.t('Smallest')}</th>
            <th scope="col">{l10n.t('Largest')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, count, mean, min, max }) => (
            <tr key={from}>
              <th scope="row">
                {l10n.t('{0} to {1}', formatActivation(from), formatActivation(to))}
              </th>
              <td>{formatCount(count)}</td>
              <td>{formatActivation(mean)}</td>
              <td>{formatActivation(min)}</td>
              <td>{formatActivation(max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
