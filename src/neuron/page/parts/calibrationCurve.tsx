import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnalysisMessage } from '../../contract/protocol.ts';
import type { LinearMap } from '../../../analysis/calibration.ts';
import { equation } from '../text/analysis.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { usePlots } from '../analysis/loadPlots.ts';
import { useWidth } from '../../../ui/useWidth.ts';

const height = 170;

interface Props {
  readonly curve: AnalysisMessage['curve'];
  /** From uncalibrated to calibrated. Null if there is none, or it is not linear. */
  readonly calibration: LinearMap | null;
}

/** Rises steadily if the simulation is good. */
export function CalibrationCurve({ curve, calibration }: Props) {
  const figure = useRef<HTMLDivElement>(null);
  const plots = usePlots();
  const width = useWidth(figure);
  useLayoutEffect(() => {
    if (!plots || typeof plots === 'string' || width === 0 || curve.length === 0) return;
    const labels = { xLabel: l10n.t('simulated, 0–10'), yLabel: l10n.t('mean actual') };
    const look = { width, height, ...labels };
    figure.current?.replaceChildren(plots.drawCurve(curve, look));
  }, [plots, width, curve]);
  return (
    <section aria-labelledby="curve-heading">
      <h3 id="curve-heading" class="section-heading">
        {l10n.t('Calibration')}
      </h3>
      {curve.length === 0 ? (
        <p class="dim">{l10n.t('No separate simulation on 0–10.')}</p>
      ) : (
        <>
          <div class="plot a16" ref={figure} />
          <p class="dim plot-note">
            {l10n.t('Mean actual activation by simulated value. Larger dots are more tokens.')}{' '}
            {calibration &&
              l10n.t('Calibrated = {0}.', equation(calibration, l10n.t('uncalibrated')))}
          </p>
          <CurveTable curve={curve} />
        </>
      )}
    </section>
  );
}

function CurveTable({ curve }: Pick<AnalysisMessage, 'curve'>) {
  return (
    <details class="plot-table">
      <summary>{l10n.t('Show as table')}</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{l10n.t('Simulated')}</th>
            <th scope="col" class="number">
              n
            </th>
            <th scope="col" class="number">
              {l10n.t('Mean actual')}
            </th>
          </tr>
        </thead>
        <tbody>
          {curve.map(({ simulated, count, meanActual }) => (
            <tr key={simulated}>
              <th scope="row">{simulated}</th>
              <td class="number">{formatCount(count)}</td>
              <td class="number">{formatActivation(meanActual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
