import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AnalysisMessage } from '../../contract/protocol.ts';
import { contains } from '../analysis/box.ts';
import type { AnalysisPanel } from '../analysis/analysisPanel.ts';
import { useSnapshot } from '../../../ui/store.ts';
import type { Scatter } from '../plots/main.ts';
import { leftOutTexts, lineText, pointsText } from '../text/analysis.ts';
import { BoxFields } from './boxFields.tsx';
import { usePlots } from '../analysis/loadPlots.ts';
import { useWidth } from '../../../ui/useWidth.ts';
import type { Points } from '../../../analysis/points.ts';
import { binPoints } from '../analysis/bins.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';

interface Props {
  readonly panel: AnalysisPanel;
  readonly analysis: AnalysisMessage;
  readonly normalized: boolean;
}

const height = 220;

/** Selecting points marks their tokens. Pointing at a token rings its point. */
export function ScatterPlot({ panel, analysis, normalized }: Props) {
  const { box } = useSnapshot(panel);
  const figure = useRef<HTMLDivElement>(null);
  const plots = usePlots();
  const width = useWidth(figure);
  const [scatter, setScatter] = useState<Scatter | null>(null);
  const { points, pointCount, regression, leftOut } = analysis;

  useLayoutEffect(() => {
    if (!plots || typeof plots === 'string' || width === 0 || points.actual.length === 0) return;
    const { simulated, actual } = points;
    const xLabel = normalized ? l10n.t('simulated, 0–10') : l10n.t('simulated');
    const data = { simulated, actual, regression, width, height, xLabel, yLabel: l10n.t('actual') };
    const drawn = plots.drawScatter(data, (selected) => panel.select(selected));
    figure.current?.replaceChildren(drawn.svg);
    setScatter(drawn);
  }, [plots, width, points, regression, normalized, panel]);

  useLayoutEffect(() => scatter?.show(box), [scatter, box]);
  useEffect(() => {
    if (!scatter) return undefined;
    panel.pointListener = (at) => scatter.point(at);
    return () => {
      panel.pointListener = null;
    };
  }, [panel, scatter]);

  const selected = useMemo(() => {
    let count = 0;
    for (let i = 0; box && i < points.actual.length; i++)
      if (contains(box, points.simulated[i]!, points.actual[i]!)) count++;
    return count;
  }, [points, box]);

  const shown = points.actual.length;
  return (
    <section aria-labelledby="scatter-heading">
      <h3 id="scatter-heading" class="section-heading">
        {l10n.t('Simulated vs actual')}
      </h3>
      {shown === 0 ? (
        <p class="dim">{l10n.t('No token has both values.')}</p>
      ) : (
        <>
          <div class="plot a16" ref={figure} />
          {typeof plots === 'string' && <p class="note">{plots}</p>}
          <p class="dim plot-note">
            {[pointsText(shown, pointCount), ...leftOutTexts(leftOut), lineText(regression)].join(
              ' ',
            )}
          </p>
          <BoxFields
            box={box}
            points={points}
            select={(next) => panel.select(next)}
            count={selected}
            saved={panel.saved}
          />
          <PointTable points={points} />
        </>
      )}
    </section>
  );
}

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
