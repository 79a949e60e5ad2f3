import { axisX, dot, line, plot, ruleY } from '@observablehq/plot';
import type { CurveStep } from '../../../analysis/calibration.ts';
import { colours, shared, svgOf } from './look.ts';
import { domainOf } from './thin.ts';

export interface CurveLook {
  readonly width: number;
  readonly height: number;
  /** Translated: the plots are a bundle apart, without the page's language. */
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Mean actual activation by simulated value, from 0 to 10. Larger dots are more tokens. */
export function drawCurve(
  steps: readonly CurveStep[],
  { width, height, xLabel, yLabel }: CurveLook,
): SVGSVGElement {
  const at = { x: 'simulated', y: 'meanActual' };
  const means = domainOf(steps.map(({ meanActual }) => meanActual));
  const drawn = plot({
    ...shared(width, height),
    x: { domain: [0, 10], label: null },
    y: { label: `↑ ${yLabel}`, domain: means, nice: true, ticks: 4 },
    r: { range: [2.5, 6] },
    marks: [
      axisX(
        Array.from({ length: 11 }, (_, i) => i),
        { label: `${xLabel} →`, labelAnchor: 'right', tickFormat: 'd' },
      ),
      ruleY([0], { stroke: colours.grid }),
      line([...steps], { ...at, stroke: colours.line, strokeWidth: 1.5 }),
      dot([...steps], { ...at, r: 'count', fill: colours.point }),
    ],
  });
  return svgOf(drawn);
}
