import { escapeCharacter } from '../../text/display.ts';

/** Successive characters of a token that are shown in the same way. */
export interface Piece {
  readonly kind: 'text' | 'space' | 'tab' | 'newline' | 'escape';
  /** The characters. They stay in the document to be copied. */
  readonly raw: string;
  /** Shown in place of an `escape`, and over a `space`. */
  readonly mark: string;
}

// Emoji sequences and variation selectors are invisible characters that need no mark.
const emojiPart = String.raw`\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*`;
const belonging = String.raw`${emojiPart}(?:\u200d${emojiPart})*|(?<=[^\s\p{Cc}\p{Cf}])[\ufe00-\ufe0f]`;
const invisible = String.raw`[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}]`;
const anything = new RegExp(`(${belonging})|( +)|(${invisible})`, 'gu');
const nothing = /^[\x21-\x7e]*$/;

/** Splits a token into visible text, white space and invisible characters. */
export function pieces(token: string): readonly Piece[] {
  if (nothing.test(token)) return token === '' ? [] : [{ kind: 'text', raw: token, mark: '' }];
  const found: Piece[] = [];
  let text = '';
  const push = (piece: Piece) => {
    if (text !== '') found.push({ kind: 'text', raw: text, mark: '' });
    text = '';
    found.push(piece);
  };
  let end = 0;
  for (const match of token.matchAll(anything)) {
    text += token.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] !== undefined) text += match[1];
    else push(pieceOf(match[0]));
  }
  text += token.slice(end);
  if (text !== '') found.push({ kind: 'text', raw: text, mark: '' });
  return found;
}

function pieceOf(raw: string): Piece {
  if (raw.startsWith(' ')) return { kind: 'space', raw, mark: '·'.repeat(raw.length) };
  if (raw === '\t') return { kind: 'tab', raw, mark: '' };
  if (raw === '\n') return { kind: 'newline', raw, mark: '' };
  return { kind: 'escape', raw, mark: escapeCharacter(raw) };
}

/** Whether a line may end between two tokens: white space leads its word. */
export function breaksBefore(token: string, previous: string): boolean {
  return /^\s/.test(token) || /[\s\-–—/]$/.test(previous);
}
