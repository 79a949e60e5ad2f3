import { formatCount } from '../../text/number.ts';
import { type Piece, pieces } from '../text/pieces.ts';
import { shorten } from '../text/spell.ts';

/** In characters. Wider tokens may wrap; others move to the next line as a whole. */
const unbroken = 20;

/**
 * Can be copied as it is: marks of invisible characters are generated content. `mayBegin`: whether
 * a line may be broken before it.
 */
export function tokenElement(
  token: string,
  index: number,
  classes: string,
  mayBegin = false,
): HTMLElement {
  const element = document.createElement('span');
  element.className = classes;
  element.dataset['token'] = String(index);
  const { shown, hidden } = shorten(token);
  const parts = pieces(shown);
  for (const [i, piece] of parts.entries()) {
    // A single space before a word only begins the token.
    const isPlain = i === 0 && piece.raw === ' ' && parts[1]?.kind === 'text';
    const plain = mayBegin ? ' m-plain m-dropped' : ' m-plain';
    element.append(pieceNode(piece, isPlain ? plain : ''));
  }
  if (parts.length === 0) element.classList.add('t-empty');
  if (hidden > 0) element.append(marked('m-more', '', `…+${formatCount(hidden)}`));
  if (hidden > 0 || widthOf(parts) > unbroken) element.classList.add('t-long');
  return element;
}

function pieceNode({ kind, raw, mark }: Piece, more: string): Node {
  if (kind === 'text') return document.createTextNode(raw);
  const element = marked(`m-${kind}${more}`, raw, mark);
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

/** Roughly how many characters are two columns wide. */
function wide(text: string): number {
  return text.match(/[\u1100-\uffff]/g)?.length ?? 0;
}
