import * as l10n from '@vscode/l10n';
import { preferred } from '../../../model/score.ts';
import { displayExplanation, displayScore } from '../../../text/display.ts';
import { formatCount } from '../../../text/number.ts';
import { type FigureContent, type FigureSequence, paper } from './content.ts';
import { dim, drawMark, label, margin, mono, round, sans, width } from './draw.ts';
import { drawLegend } from './drawLegend.ts';
import { type PlacedToken, placeTokens, wrap } from './layout.ts';

/** Font size of tokens. The font is monospaced. */
const size = 11;
const column = size * 0.6;
const gutter = 54;
const columns = Math.floor((width - 2 * margin - gutter) / column);
const lineHeight = 22;
const box = { top: 2, height: 14 };
const bar = { top: 16.5, height: 3 };
/** More do not fit on a page. */
const mostTokens = 1_000;

/** A standalone SVG on white, with title, scores and legend. */
export function figureSvg(content: FigureContent): string {
  let y = margin;
  let drawn = '';
  const line = (height: number, text: string, attributes: Record<string, string | number>) => {
    drawn += label(text, { x: margin, y: y + height - 5, 'font-family': sans, ...attributes });
    y += height;
  };
  line(18, content.title, { 'font-size': 11, fill: dim });
  for (const part of wrap(displayExplanation(content.explanation), 84)) {
    line(19, part, { 'font-size': 14, 'font-weight': 600 });
  }
  for (const scores of content.scoreLines) line(17, scores, { 'font-size': 11 });
  const legend = drawLegend(content, y + 2);
  drawn += legend.svg;
  y += legend.height + 6;
  for (const sequence of content.sequences) {
    const { svg, height } = drawSequence(sequence, y);
    drawn += svg;
    y += height;
  }
  const height = Math.ceil(y + margin - 6);
  const ground = element('rect', { width, height, fill: paper.background });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `${content.title}: ${displayExplanation(content.explanation)}`,
    },
    ground + drawn,
  );
}

function drawSequence(
  { index, scores, tokens }: FigureSequence,
  y: number,
): { svg: string; height: number } {
  const left = margin + gutter;
  const { tokens: placed, lines } = placeTokens(tokens.slice(0, mostTokens), columns);
  const small = { x: left - 8, 'text-anchor': 'end', 'font-family': sans, 'font-size': 10 };
  let svg = element('path', {
    d: `M${margin} ${y}H${width - margin}`,
    stroke: '#d9d9d9',
    'stroke-width': 0.75,
  });
  const top = y + 5;
  svg += label(formatCount(index + 1), { ...small, y: top + 13, fill: dim });
  svg += label(displayScore(preferred(scores)), { ...small, y: top + 26 });
  const mirrored = isRightToLeft(tokens.map(({ text }) => text).join(''));
  for (const token of placed) svg += drawToken(token, left, top, mirrored);
  let height = Math.max(lines * lineHeight, 30) + 9;
  if (tokens.length > mostTokens) {
    const more = tokens.length - mostTokens;
    const rest =
      more === 1 ? l10n.t('… 1 more token') : l10n.t('… {0} more tokens', formatCount(more));
    svg += label(rest, {
      x: left,
      y: top + lines * lineHeight + 13,
      'font-family': sans,
      'font-size': 10,
      fill: dim,
    });
    height = (lines + 1) * lineHeight + 9;
  }
  return { svg, height };
}

/** `textLength` fits the text into its box in any font. */
function drawToken(
  { token, text, column: at, cells, line }: PlacedToken,
  left: number,
  top: number,
  mirrored: boolean,
): string {
  const w = cells * column;
  const x = left + (mirrored ? (columns - at - cells) * column : at * column);
  const y = top + line * lineHeight;
  const drawn =
    drawMark(token.box, { x, y: y + box.top, width: w, height: box.height }) +
    drawMark(token.bar, { x, y: y + bar.top, width: w, height: bar.height });
  const trimmed = text.trimStart();
  if (trimmed === '') return drawn;
  const indent = mirrored ? 0 : (text.length - trimmed.length) * column;
  const ink = token.box !== null && typeof token.box === 'object' ? token.box.ink : undefined;
  return (
    drawn +
    // SVG merges spaces and drops those at the ends.
    label(trimmed.replaceAll(' ', '\u00a0'), {
      x: round(x + indent),
      y: round(y + box.top + 10.5),
      'font-family': mono,
      'font-size': size,
      textLength: round(w - (text.length - trimmed.length) * column),
      lengthAdjust: 'spacingAndGlyphs',
      ...(ink !== undefined && { fill: ink }),
    })
  );
}

/** By the first letter that has a direction, like `dir="auto"`. */
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter);
}

type Attributes = Readonly<Record<string, string | number>>;

/** `content` is XML. Text must go through `escapeXml` first. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** For HTML and XML. Characters that XML does not allow become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
