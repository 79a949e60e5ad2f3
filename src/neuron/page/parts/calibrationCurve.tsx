import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnalysisMessage } from '../../contract/analysisProtocol.ts';
import type { LinearMap } from '../../../analysis/calibration.ts';
import { equation } from '../text/analysis.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { usePlots } from './usePlots.ts';
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
    figure.current?.replaceChildren(plots.drawCurve(curve, width, height));
  }, [plots, width, curve]);
  return (
    <section aria-labelledby="curve-heading">
      <h3 id="curve-heading" class="section-heading">
        Calibration
      </h3>
      {curve.length === 0 ? (
        <p class="dim">There is no separate simulation on the simulator’s scale from 0 to 10.</p>
      ) : (
        <>
          <div class="plot a16" ref={figure} />
          <p class="dim plot-note">
            Mean actual activation by simulated value; larger dots are more tokens.
            {calibration && ` Calibrated = ${equation(calibration, 'uncalibrated')}.`}
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
      <summary>As a table</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">simulated</th>
            <th scope="col" class="number">
              n
            </th>
            <th scope="col" class="number">
              mean actual
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
