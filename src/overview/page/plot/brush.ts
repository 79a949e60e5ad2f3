import { brush, brushX, type BrushBehavior, type D3BrushEvent } from 'd3-brush';
import { select, type Selection as D3Selection } from 'd3-selection';
import type { Drawing } from './draw.ts';
import { areaOf, type Box } from './geometry.ts';

/** Selects a part of a drawing with the mouse. */
export class PlotBrush {
  readonly #brush: BrushBehavior<unknown>;
  readonly #layer: D3Selection<SVGGElement, unknown, null, undefined>;
  readonly #drawing: Drawing;

  /** `brushed` gets the box once the mouse button is released; null if it was cleared. */
  constructor(drawing: Drawing, brushed: (box: Box | null) => void) {
    this.#drawing = drawing;
    const area = areaOf(drawing);
    this.#brush = (drawing.kind === 'layers' ? brush() : brushX())
      .extent([
        [area.left, area.top],
        [area.right, area.bottom],
      ])
      // d3 would listen for keys of the whole window, which belong to the page.
      .keyModifiers(false)
      .on('end', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
        // Ignore moves by `show`.
        if (sourceEvent) brushed(this.#boxOf(selection));
      });
    this.#layer = select(drawing.svg).append('g').attr('class', 'brush');
    this.#layer.call(this.#brush);
  }

  /** Moves the selection without calling `brushed`. */
  show(box: Box | null): void {
    if (!box) this.#brush.clear(this.#layer);
    else if (this.#drawing.kind === 'histogram') {
      this.#brush.move(this.#layer, [box.left, box.right]);
    } else {
      const corners: [[number, number], [number, number]] = [
        [box.left, box.top],
        [box.right, box.bottom],
      ];
      this.#brush.move(this.#layer, corners);
    }
  }

  #boxOf(selection: D3BrushEvent<unknown>['selection']): Box | null {
    if (!selection) return null;
    const [from, to] = selection;
    if (typeof from === 'number' && typeof to === 'number') {
      return { ...areaOf(this.#drawing), left: from, right: to };
    }
    const [[left, top], [right, bottom]] = selection as [[number, number], [number, number]];
    return { left, top, right, bottom };
  }
}
