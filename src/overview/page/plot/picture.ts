import * as l10n from '@vscode/l10n';
import type { OverviewDocument } from '../../contract/contract.ts';
import { pngOf } from '../../../ui/png.ts';
import { paperColours } from './colours.ts';
import { draw } from './draw.ts';

/** The text width of a paper, in pixels at 96 dpi. */
const width = 680;
const plotHeight = 300;
const fontFamily = 'Helvetica, Arial, sans-serif';
const space = 'http://www.w3.org/2000/svg';

/** The plot as an SVG file, with title and legend, in colours for paper. */
export function svgPicture({ layers, title }: OverviewDocument): string {
  const look = { colours: paperColours, width, height: plotHeight, fontFamily };
  const { svg, legend } = draw(layers, look);
  const top = legend ? 92 : 34;
  const picture = element('svg', { width, height: top + plotHeight, 'font-family': fontFamily });
  picture.setAttribute('viewBox', `0 0 ${width} ${top + plotHeight}`);
  picture.append(
    element('rect', { width: '100%', height: '100%', fill: paperColours.background }),
    label(title, { x: 12, y: 22, 'font-size': 15, 'font-weight': 600 }),
  );
  if (legend) {
    moveTo(legend, 46, 38);
    picture.append(legend, ...medianSample(340, 62));
  }
  moveTo(svg, 0, top);
  picture.append(svg);
  return new XMLSerializer().serializeToString(picture);
}

/** The same as PNG. */
export function pngPicture(overview: OverviewDocument): Promise<Uint8Array<ArrayBuffer>> {
  return pngOf(svgPicture(overview));
}

function medianSample(x: number, y: number): Element[] {
  const stroke = { stroke: paperColours.median, 'stroke-width': 2 };
  return [
    element('line', { x1: x, x2: x + 24, y1: y, y2: y, ...stroke }),
    element('circle', { cx: x + 12, cy: y, r: 3, fill: paperColours.median }),
    label(l10n.t('Median'), { x: x + 32, y: y + 4, 'font-size': 11 }),
  ];
}

function label(text: string, attributes: Record<string, string | number>): Element {
  const made = element('text', { fill: paperColours.foreground, ...attributes });
  made.textContent = text;
  return made;
}

function moveTo(drawing: Element, x: number, y: number): void {
  drawing.setAttribute('x', String(x));
  drawing.setAttribute('y', String(y));
}

function element(name: string, attributes: Record<string, string | number>): Element {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
