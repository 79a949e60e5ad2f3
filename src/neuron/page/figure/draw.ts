import { type Mark, paper } from './content.ts';
import { element, escapeXml } from './svg.ts';

/** In pixels, at 96 per inch. Fits the text width of a paper. */
export const width = 680;
export const margin = 16;
export const sans = 'Helvetica, Arial, sans-serif';
export const mono = 'Menlo, Consolas, DejaVu Sans Mono, monospace';
export const dim = '#595959';
const grey = '#8c8c8c';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Keeps figures small: a hundredth of a pixel is invisible. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `x` is the start of the text, or its end with `text-anchor: end`. */
export function label(text: string, attributes: Record<string, string | number>): string {
  return element('text', { fill: paper.foreground, ...attributes }, escapeXml(text));
}

/** A token's background, its bar, or a sample in the legend. */
export function drawMark(mark: Mark, box: Box): string {
  const { x, y, width: w, height: h } = box;
  const at = { x: round(x), y: round(y), width: round(w), height: round(h) };
  if (mark === null || w <= 0) return '';
  if (mark === 'missing') {
    const outline = element('rect', { ...at, fill: 'none', stroke: grey, 'stroke-width': 0.5 });
    return outline + element('path', { d: hatch(box), stroke: grey, 'stroke-width': 0.75 });
  }
  if (mark === 'none') {
    const d = `M${round(x + 1)} ${round(y + h - 1)}H${round(x + w)}`;
    return element('path', { d, stroke: dim, 'stroke-width': 1.5, 'stroke-dasharray': '1.5 2.5' });
  }
  return element('rect', { ...at, fill: mark.colour });
}

/** Diagonals clipped to the box. */
function hatch({ x, y, width: w, height: h }: Box): string {
  const lines: string[] = [];
  for (let offset = 4; offset < w + h; offset += 4) {
    const from = [x + Math.max(0, offset - h), y + Math.min(h, offset)] as const;
    const to = [x + Math.min(w, offset), y + Math.max(0, offset - w)] as const;
    lines.push(`M${from.map(round).join(' ')}L${to.map(round).join(' ')}`);
  }
  return lines.join('');
}
