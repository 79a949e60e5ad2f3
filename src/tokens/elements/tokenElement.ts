export { breaksBefore } from '../text/breaks.ts';
import { formatCount } from '../../text/number.ts';
import { pieces, type Piece } from '../text/pieces.ts';
import { shorten } from '../text/shorten.ts';

/** Wider tokens, in characters, may wrap within; the others move to the next line as a whole. */
const unbroken = 20;

/** A token as text that can be copied as it is; what shows its invisible characters is drawn by the style. */
export function tokenElement(token: string, index: number, classes: string): HTMLElement {
  const element = document.createElement('span');
  element.className = classes;
  element.dataset['token'] = String(index);
  const { shown, hidden } = shorten(token);
  const parts = pieces(shown);
  for (const piece of parts) element.append(pieceNode(piece));
  if (parts.length === 0) element.classList.add('t-empty');
  if (hidden > 0) element.append(marked('m-more', '', `…+${formatCount(hidden)}`));
  if (hidden > 0 || widthOf(parts) > unbroken) element.classList.add('t-long');
  return element;
}

function pieceNode({ kind, raw, mark }: Piece): Node {
  if (kind === 'text') return document.createTextNode(raw);
  const element = marked(`m-${kind}`, raw, mark);
  if (kind === 'space' && raw.length > 1)
    element.style.setProperty('--characters', String(raw.length));
  return element;
}

function marked(className: string, raw: string, mark: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  if (mark !== '') element.dataset['mark'] = mark;
  element.textContent = raw;
  return element;
}

function widthOf(parts: readonly Piece[]): number {
  const width = (piece: Piece) => {
    if (piece.kind === 'tab') return 4;
    return piece.mark === '' ? piece.raw.length + wide(piece.raw) : piece.mark.length;
  };
  return parts.reduce((sum, piece) => sum + width(piece), 0);
}

/** How many characters take two columns, roughly: a token of them is wider than it is long. */
function wide(text: string): number {
  return text.match(/[\u1100-\uffff]/g)?.length ?? 0;
}
