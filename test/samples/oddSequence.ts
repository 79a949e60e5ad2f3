import { windowLength } from './corpus.ts';
import { tokenise } from './tokenise.ts';

/** Tokens that viewers stumble over, each with one of ordinary text before it. */
const odd: readonly string[] = [
  '',
  '\t',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufffd',
  '<script>alert(1)</script>',
  '\\',
  'ÃÂ'.repeat(150),
  '\r\n',
  '&amp;',
  '</span>',
  '"',
  '𝔘',
  'e\u0301',
  '   ',
];

const text =
  ' Somebody had copied the page from a broken disk, and half of what came out was not meant to be ' +
  'read: marks for a printer that no longer existed, scraps of other pages, and letters that had ' +
  'lost their second half. She kept it all, because one line in the middle of it was a poem.';

/** One sequence of 64 tokens with all of them. */
export function oddSequence(): string[] {
  const ordinary = tokenise(text);
  const tokens = ordinary.flatMap((token, i) => {
    const extra = i % 3 === 2 ? odd[(i - 2) / 3] : undefined;
    return extra === undefined ? [token] : [token, extra];
  });
  return tokens.slice(0, windowLength);
}
