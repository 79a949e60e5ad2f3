import { wellFormed } from '../../../text/visible.ts';

/**
 * What CommonMark, GFM, and math in GitHub and VS Code may read as markup within a line: an escape,
 * code, a link, a character reference, a tag, an address, or a run of marks for emphasis,
 * strikethrough or math.
 */
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

/**
 * Markdown that renders as this text in the middle of a line. Line breaks are shown and kept.
 * Escapes only what may be markup where it stands.
 */
export function escapeMarkdown(text: string): string {
  const whole = wellFormed(text).replace(/\t/g, ' ');
  return whole
    .replace(markup, (found: string, at: number) => {
      if (!/^[*_~$]/.test(found)) return `\\${found}`;
      const [before, after] = [whole[at - 1], whole[at + found.length]];
      // Marks between spaces, and underscores within a word, do nothing. The text around is
      // unknown.
      if (isSpace(before) && isSpace(after)) return found;
      if (found.startsWith('_') && isOfWord(before) && isOfWord(after)) return found;
      return found.replace(/./g, '\\$&');
    })
    .replace(/\r\n?|\n/g, '↵<br>');
}

/** A line of Markdown whose beginning starts no heading, quote, list or rule. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[-\s]*$|=+\s*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** Without line breaks, which become visible signs. */
function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[^\S\r\n]/.test(character);
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
