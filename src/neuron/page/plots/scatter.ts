import { dot, line, plot, ruleX, ruleY, type Scale } from '@observablehq/plot';
import { brush, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import { type Line, onLine } from '../../../analysis/line.ts';
import type { Box, Interval } from '../../contract/protocol.ts';
import { colours, margins, shared, svgOf } from './look.ts';
import { domainOf, thin } from './thin.ts';

export interface ScatterData {
  readonly simulated: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
  readonly regression: Line | null;
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Simulated against actual activations, with a selection by mouse. */
export interface Scatter {
  readonly svg: SVGSVGElement;
  /** Rings the point of a token. Null removes the ring. */
  point(at: { readonly simulated: number; readonly actual: number } | null): void;
  show(box: Box | null): void;
}

/** `brushed` gets the selection when the mouse ends it. Null if it was cleared. */
export function drawScatter(data: ScatterData, brushed: (box: Box | null) => void): Scatter {
  const drawn = drawPoints(data);
  const svg = svgOf(drawn.element);
  const area = {
    left: margins.marginLeft,
    top: margins.marginTop,
    right: data.width - margins.marginRight,
    bottom: data.height - margins.marginBottom,
  };
  const brushing = brush<unknown>()
    .extent([
      [area.left, area.top],
      [area.right, area.bottom],
    ])
    // Otherwise d3 handles keys of the whole window.
    .keyModifiers(false)
    .on('end', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
      // `show` also ends a selection, but without a source event.
      if (sourceEvent) brushed(boxOf(selection, drawn.x, drawn.y));
    });
  const layer = select(svg).append('g').attr('class', 'brush');
  layer.call(brushing);
  const ring = select(svg)
    .append('circle')
    .attr('class', 'pointed-point')
    .attr('r', 6)
    .attr('visibility', 'hidden');
  return {
    svg,
    point(at) {
      ring.attr('visibility', at ? 'visible' : 'hidden');
      if (at)
        ring
          .attr('cx', Number(drawn.x.apply(at.simulated)))
          .attr('cy', Number(drawn.y.apply(at.actual)));
    },
    show(box) {
      if (!box) return brushing.clear(layer);
      const [left, right] = span(drawn.x, box.simulated, [area.left, area.right]);
      const [top, bottom] = span(drawn.y, box.actual, [area.top, area.bottom]);
      brushing.move(layer, [
        [left, top],
        [right, bottom],
      ]);
    },
  };
}

function drawPoints({ simulated, actual, regression, width, height, xLabel, yLabel }: ScatterData) {
  const domain = { x: domainOf(simulated), y: domainOf(actual) };
  const ends = domain.x.map((x) => ({ x, y: regression ? onLine(regression, x) : 0 }));
  const element = plot({
    ...shared(width, height),
    x: { domain: domain.x, label: `${xLabel} →`, nice: true, ticks: 5 },
    y: { domain: domain.y, label: `↑ ${yLabel}`, nice: true, ticks: 5 },
    opacity: { type: 'identity' },
    marks: [
      ruleX([0], { stroke: colours.grid }),
      ruleY([0], { stroke: colours.grid }),
      dot(thin(simulated, actual, domain, { width, height }), {
        x: 'x',
        y: 'y',
        r: 2.5,
        fill: colours.point,
        fillOpacity: ({ count }: { readonly count: number }) =>
          Math.min(1, 0.6 + 0.1 * Math.log2(count)),
        clip: false,
      }),
      line(regression ? ends : [], {
        x: 'x',
        y: 'y',
        stroke: colours.line,
        strokeWidth: 1.5,
        strokeDasharray: '5 3',
        clip: true,
      }),
    ],
  });
  return { element, x: element.scale('x')!, y: element.scale('y')! };
}

function boxOf(selection: D3BrushEvent<unknown>['selection'], x: Scale, y: Scale): Box | null {
  if (!selection) return null;
  const [[left, top], [right, bottom]] = selection as [[number, number], [number, number]];
  const invert = (scale: Scale, at: number) => Number(scale.invert!(at));
  return {
    simulated: [invert(x, left), invert(x, right)],
    actual: [invert(y, bottom), invert(y, top)],
  };
}

/** In pixels, clipped to the plot. */
function span(scale: Scale, interval: Interval | null, area: Interval): Interval {
  if (!interval) return area;
  const pixels = interval.map((value) =>
    Math.max(area[0], Math.min(area[1], Number(scale.apply(value)))),
  );
  return [Math.min(...pixels), Math.max(...pixels)];
}
