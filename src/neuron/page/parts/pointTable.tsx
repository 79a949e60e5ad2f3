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
        <caption>Actual activation by simulated activation</caption>
        <thead>
          <tr>
            <th scope="col">Simulated</th>
            <th scope="col">Tokens</th>
            <th scope="col">Mean actual</th>
            <th scope="col">Smallest</th>
            <th scope="col">Largest</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, count, mean, min, max }) => (
            <tr key={from}>
              <th scope="row">{`${formatActivation(from)} to ${formatActivation(to)}`}</th>
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
