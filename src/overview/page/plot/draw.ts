import * as l10n from '@vscode/l10n';
import {
  axisX,
  barY,
  dot,
  legend,
  line,
  plot,
  type PlotOptions,
  rectY,
  ruleX,
  ruleY,
  type Scale,
  text,
} from '@observablehq/plot';
import { displayScore } from '../../../text/display.ts';
import { drawnBins, scoreBins } from '../../contract/bins.ts';
import type { LayerSummary } from '../../contract/contract.ts';
import type { PlotColours } from './colours.ts';

export interface PlotLook {
  readonly colours: PlotColours;
  readonly width: number;
  readonly height: number;
  readonly fontFamily: string;
}

/** A plot, with the scales that map pixels to data. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  /** Null for a histogram. */
  readonly legend: SVGSVGElement | null;
  readonly x: Scale;
  readonly y: Scale;
  readonly kind: 'layers' | 'histogram';
}

/** Shares at which a cell gets the next shade. Fixed, so that plots can be compared. */
const thresholds = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4];
/** Pixels for a layer's label. */
const labelWidth = 26;

/** A heatmap of scores by layer, with medians; for one layer a histogram. */
export function draw(layers: readonly LayerSummary[], look: PlotLook): Drawing {
  return layers.length > 1 ? drawLayers(layers, look) : drawHistogram(layers, look);
}

function drawLayers(layers: readonly LayerSummary[], look: PlotLook): Drawing {
  const { colours, width } = look;
  const cells = layers.flatMap(cellsOf);
  const medians = layers.map(({ key, totals }) => ({ layer: key, median: totals.median }));
  const every = Math.ceil((layers.length * labelWidth) / Math.max(width - 60, 1));
  const labels = layers.filter((_, i) => i % every === 0).map(({ key }) => key);
  const labelOf = new Map(layers.map(({ key, label }) => [key, label]));
  const color = {
    type: 'threshold' as const,
    domain: thresholds,
    range: [...colours.steps],
    label: l10n.t('Share of a layer’s scored neurons'),
    tickFormat: (share: number) => `${Math.round(share * 100)}%`,
  };
  const at = { x: 'layer', y: 'median', stroke: colours.median };
  const drawn = plot({
    ...shared(look),
    x: {
      type: 'band',
      domain: layers.map(({ key }) => key),
      padding: 0.06,
      label: l10n.t('Layer'),
    },
    y: { domain: scoresOf(layers), label: l10n.t('Best score'), grid: false },
    color,
    marks: [
      axisX(labels, {
        tickSize: 0,
        tickFormat: (key: string) => labelOf.get(key) ?? key,
        label: l10n.t('Layer'),
        labelAnchor: 'center',
      }),
      ruleY([0], { stroke: colours.grid }),
      barY(cells, { x: 'layer', y1: 'from', y2: 'to', fill: 'share', insetTop: 0.5 }),
      line(medians, { ...at, stroke: colours.background, strokeWidth: 4.5 }),
      line(medians, { ...at, strokeWidth: 2 }),
      dot(medians, { ...at, r: 3, fill: colours.median, stroke: colours.background }),
    ],
  });
  const svg = svgOf(drawn, look);
  return {
    svg,
    legend: svgOf(legend({ color, width: 250 }), look),
    x: drawn.scale('x')!,
    y: drawn.scale('y')!,
    kind: 'layers',
  };
}

function drawHistogram(layers: readonly LayerSummary[], look: PlotLook): Drawing {
  const { colours } = look;
  const bars = layers.flatMap(cellsOf);
  const median = layers[0]?.totals.median ?? null;
  const marks = median === null ? [] : [median];
  const drawn = plot({
    ...shared(look),
    x: { domain: scoresOf(layers), label: l10n.t('Best score') },
    y: {
      label: l10n.t('Neurons'),
      domain: [0, Math.max(1, ...bars.map(({ count }) => count))],
      nice: true,
    },
    marks: [
      rectY(bars, { x1: 'from', x2: 'to', y: 'count', fill: colours.bar, inset: 0.5 }),
      ruleX(marks, { stroke: colours.background, strokeWidth: 4.5 }),
      ruleX(marks, { stroke: colours.median, strokeWidth: 2 }),
      text(marks, {
        x: (score: number) => score,
        frameAnchor: 'top',
        dy: -12,
        text: (score: number) => l10n.t('median {0}', displayScore(score)),
        fill: colours.foreground,
      }),
      ruleY([0], { stroke: colours.foreground }),
    ],
  });
  const [x, y] = [drawn.scale('x')!, drawn.scale('y')!];
  return { svg: svgOf(drawn, look), legend: null, x, y, kind: 'histogram' };
}

function cellsOf({ key, bins }: LayerSummary) {
  const all = bins.reduce((sum, count) => sum + count, 0);
  return bins.flatMap((count, bin) =>
    count === 0
      ? []
      : {
          layer: key,
          from: scoreBins.start(bin),
          to: scoreBins.start(bin + 1),
          count,
          share: count / all,
        },
  );
}

function scoresOf(layers: readonly LayerSummary[]): [number, number] {
  const { first, end } = drawnBins(layers);
  return [scoreBins.start(first), scoreBins.start(end)];
}

function shared(look: PlotLook): PlotOptions {
  const { width, height } = look;
  const margins = { marginTop: 26, marginRight: 12, marginBottom: 38, marginLeft: 46 };
  return { width, height, ...margins, figure: false };
}

/** Removes Plot's style element, which the page policy blocks; `ui/plot.css` has its rules. */
function svgOf(drawn: Element, { colours, fontFamily }: PlotLook): SVGSVGElement {
  drawn.querySelector('style')?.remove();
  // Attributes instead: every SVG viewer knows them.
  drawn.setAttribute('color', colours.foreground);
  drawn.setAttribute('font-family', fontFamily);
  drawn.setAttribute('font-size', '11');
  return drawn as SVGSVGElement;
}
