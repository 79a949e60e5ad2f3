import { axisX, dot, line, plot, ruleY } from '@observablehq/plot';
import type { CurveStep } from '../../../analysis/calibrationCurve.ts';
import { colours, shared, svgOf } from './look.ts';

/** Mean actual activation over the simulated values from 0 to 10; the more tokens, the larger the dot. */
export function drawCurve(
  steps: readonly CurveStep[],
  width: number,
  height: number,
): SVGSVGElement {
  const at = { x: 'simulated', y: 'meanActual' };
  const drawn = plot({
    ...shared(width, height),
    x: { domain: [0, 10], label: null },
    y: { label: '↑ mean actual', nice: true, ticks: 4, zero: true },
    r: { range: [2.5, 6] },
    marks: [
      axisX(
        Array.from({ length: 11 }, (_, i) => i),
        { label: 'simulated, 0–10 →', labelAnchor: 'right', tickFormat: 'd' },
      ),
      ruleY([0], { stroke: colours.grid }),
      line([...steps], { ...at, stroke: colours.line, strokeWidth: 1.5 }),
      dot([...steps], { ...at, r: 'count', fill: colours.point }),
    ],
  });
  return svgOf(drawn);
}
