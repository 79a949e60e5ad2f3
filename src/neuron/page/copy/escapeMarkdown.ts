import { wellFormed } from '../../../text/visible.ts';

/** Possible inline markup of CommonMark, GFM, and math in GitHub and VS Code. */
const markup = new RegExp(
  [
    String.raw`\\(?=[!-/:-@[-${'`'}{-~]|$)`,
    '`',
    String.raw`\[`,
    String.raw`&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z\d]*;)`,
    '<(?=[a-zA-Z/!?])',
    String.raw`(?<=https?|ftp):(?=//)`,
    String.raw`(?<=www)\.`,
    String.raw`(?<=[\w.+-])@(?=\w)`,
    String.raw`\*+|_+|~+|\$+`,
  ].join('|'),
  'giu',
);

/** Renders as `text` in the middle of a line, with visible line breaks. Escapes only if needed. */
export function escapeMarkdown(text: string): string {
  const whole = wellFormed(text).replace(/\t/g, ' ');
  return whole
    .replace(markup, (found: string, at: number) => {
      if (!/^[*_~$]/.test(found)) return `\\${found}`;
      const [before, after] = [whole[at - 1], whole[at + found.length]];
      // Between spaces, or as underscores in a word, they do nothing. At the ends, that is unknown.
      if (isSpace(before) && isSpace(after)) return found;
      if (found.startsWith('_') && isOfWord(before) && isOfWord(after)) return found;
      return found.replace(/./g, '\\$&');
    })
    .replace(/\r\n?|\n/g, '↵<br>');
}

/** Prevents a heading, quote, list or rule at the start of a line. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[-\s]*$|=+\s*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** Not line breaks, which become visible marks. */
function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[^\S\r\n]/.test(character);
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
