import * as l10n from '@vscode/l10n';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import type { Hues } from '../../../tokens/colour/hues.ts';
import { type LegendEntry, legendOf } from '../../../tokens/colour/legend.ts';
import { type FigureContent, hasBars, type Mark, markOf } from './content.ts';
import { dim, drawMark, label, margin, sans, width } from './draw.ts';

const font = { 'font-family': sans, 'font-size': 10 };
const cell = 5;
/** Average width in pixels, for numbers and short words in this font size. */
const character = 5.3;
const gap = 6;
const lineHeight = 18;

interface Part {
  readonly width: number;
  draw(x: number, y: number): string;
}

/** `height` is the space used from `y` on. */
export function drawLegend(content: FigureContent, y: number): { svg: string; height: number } {
  const { scheme, mode, hues } = content.look;
  const groups = [
    ...legendOf(scheme, mode).map((entry) => partsOf(entry, hasBars(mode), hues)),
    ...(occurs(content, 'missing') ? [[sample('missing'), text(l10n.t('missing'))]] : []),
    ...(occurs(content, 'none') ? [[sample('none'), text(l10n.t('no prediction'))]] : []),
    [text(l10n.t('left: sequence, {0}', preferredName(content.sequences[0]?.scores ?? [])), dim)],
  ];
  let svg = '';
  let [x, top] = [margin, y];
  for (const group of groups) {
    const groupWidth = group.reduce((sum, part) => sum + part.width + gap, 0);
    if (x > margin && x + groupWidth > width - margin) [x, top] = [margin, top + lineHeight];
    for (const part of group) {
      svg += part.draw(x, top);
      x += part.width + gap;
    }
    x += 3 * gap;
  }
  return { svg, height: top + lineHeight - y };
}

function partsOf(
  { quantity, name, steps, low, high, note }: LegendEntry,
  hasBar: boolean,
  hues: Hues,
): Part[] {
  const height = hasBar && quantity === 'simulated' ? 4 : 10;
  const marks = steps.map((step) => markOf(quantity, step, hues));
  return [
    text(name, dim),
    ...(marks.length > 0 ? [text(low), swatch(marks, height), text(high)] : []),
    ...(note === '' ? [] : [text(note, dim)]),
  ];
}

function text(words: string, fill?: string): Part {
  return {
    width: words.length * character,
    draw: (x, y) => label(words, { x, y: y + 12, ...font, ...(fill !== undefined && { fill }) }),
  };
}

function swatch(marks: readonly Mark[], height: number): Part {
  const y0 = 8 - height / 2;
  return {
    width: marks.length * cell,
    draw: (x, y) =>
      marks
        .map((mark, i) => drawMark(mark, { x: x + i * cell, y: y + y0, width: cell, height }))
        .join(''),
  };
}

function sample(mark: Mark): Part {
  return { width: 16, draw: (x, y) => drawMark(mark, { x, y: y + 3, width: 16, height: 10 }) };
}

function occurs({ sequences }: FigureContent, mark: Mark): boolean {
  return sequences.some(({ tokens }) =>
    tokens.some(({ box, bar }) => box === mark || bar === mark),
  );
}
