import * as l10n from '@vscode/l10n';
import { useWidth } from '../../../ui/useWidth.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { watchTheme } from '../../../ui/watchTheme.ts';
import { displayScore } from '../../../text/display.ts';
import { scoreBins } from '../../contract/bins.ts';
import type { LayerSummary, Selection } from '../../contract/contract.ts';
import { PlotBrush } from '../plot/brush.ts';
import { themeColours } from '../plot/colours.ts';
import { draw, type Drawing } from '../plot/draw.ts';
import { boxOf, dataAt, selectionOf } from '../plot/geometry.ts';
import { noSelection } from '../state.ts';
import { neuronCount } from '../../../text/number.ts';

interface Props {
  readonly layers: readonly LayerSummary[];
  /** The plot in words. */
  readonly label: string;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
}

/** In pixels, by the width of the page. */
const heights = { wide: 260, narrow: 200 };
const narrowest = 520;

/** The plot. The mouse selects in it; `RangeFields` are for the keyboard. */
export function Plot({ layers, label, selection, select }: Props) {
  const figure = useRef<HTMLDivElement>(null);
  const key = useRef<HTMLDivElement>(null);
  const brush = useRef<PlotBrush | null>(null);
  const width = useWidth(figure);
  const colours = useThemeColours();
  const [pointed, setPointed] = useState('');

  const drawing = useMemo(() => {
    if (width === 0) return null;
    const height = width < narrowest ? heights.narrow : heights.wide;
    return draw(layers, { colours, width, height, fontFamily: 'sans-serif' });
  }, [layers, colours, width]);

  const latest = useRef({ layers, selection, select });
  latest.current = { layers, selection, select };

  useLayoutEffect(() => {
    if (!drawing) return;
    brush.current = new PlotBrush(drawing, (box) => {
      const { layers: all, select: choose } = latest.current;
      choose(box ? selectionOf(drawing, all, box) : noSelection);
    });
    drawing.svg.setAttribute('aria-hidden', 'true');
    drawing.legend?.setAttribute('aria-hidden', 'true');
    figure.current?.replaceChildren(drawing.svg);
    key.current?.replaceChildren(...(drawing.legend ? [drawing.legend] : []));
  }, [drawing]);

  useLayoutEffect(() => {
    if (drawing) brush.current?.show(boxOf(drawing, layers, selection));
  }, [drawing, layers, selection]);

  return (
    <figure class="plot" aria-label={label}>
      <div
        class="plot-drawing"
        ref={figure}
        onPointerMove={(event) => {
          if (drawing) setPointed(describePoint(drawing, layers, event));
        }}
        onPointerLeave={() => setPointed('')}
      />
      <div class="plot-key" aria-hidden="true">
        <div ref={key} />
        {drawing?.kind === 'layers' && (
          <span class="median-key">
            <MedianSample colour={colours.median} /> {l10n.t('Median')}
          </span>
        )}
        <span class="pointed">{pointed}</span>
      </div>
    </figure>
  );
}

function MedianSample({ colour }: { colour: string }) {
  return (
    <svg width="24" height="8">
      <line x1="0" x2="24" y1="4" y2="4" stroke={colour} stroke-width="2" />
      <circle cx="12" cy="4" r="3" fill={colour} />
    </svg>
  );
}

/** The bin under the pointer, in words. */
function describePoint(
  drawing: Drawing,
  layers: readonly LayerSummary[],
  event: PointerEvent,
): string {
  const { left, top } = drawing.svg.getBoundingClientRect();
  const { layer, score } = dataAt(drawing, layers, [event.clientX - left, event.clientY - top]);
  const bin = scoreBins.of(score);
  if (!layer || bin === undefined) return '';
  const all = layer.bins.reduce((sum, count) => sum + count, 0);
  const count = layer.bins[bin]!;
  return l10n.t(
    'Layer {0}, {1} to {2}: {3} ({4})',
    layer.label,
    displayScore(scoreBins.start(bin)),
    displayScore(scoreBins.start(bin + 1)),
    neuronCount(count),
    `${((count / Math.max(1, all)) * 100).toFixed(1)}%`,
  );
}

function useThemeColours() {
  const [colours, setColours] = useState(themeColours);
  useEffect(() => {
    // Skip the redraw if unchanged.
    watchTheme(() =>
      setColours((known) => {
        const now = themeColours();
        return JSON.stringify(now) === JSON.stringify(known) ? known : now;
      }),
    );
  }, []);
  return colours;
}
