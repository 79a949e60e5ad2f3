import { partsOfPattern } from './patternParts.ts';

/** A regular expression over explanations that cannot keep the extension host from its other work. */
export interface TextPattern {
  /** Without upper and lower case; it looks at no more of a text than is safe. */
  readonly test: (text: string) => boolean;
  /** Where it matches. */
  readonly rangesIn: (text: string) => [start: number, end: number][];
  /** ASCII letters and digits, in lower case, that stand together in each text of ASCII that it matches: one of each set. */
  readonly literals: readonly (readonly string[])[];
}

/** About a tenth of a second: the steps that trying one text may take at worst. */
const mostSteps = 1e8;
/** Explanations are seldom longer. */
const usualLength = 60;
const longestTried = 10_000;

/** Throws an error with a message for people where it is no regular expression, or none that ends in time. */
export function textPattern(source: string): TextPattern {
  const expression = new RegExp(source, 'iu');
  const everywhere = new RegExp(source, 'giu');
  // Some that are too large are refused only now.
  expression.test('');
  const { literals, unbounded, factor, nested } = partsOfPattern(source);
  const longest = longestSafe(unbounded, factor);
  if (nested || longest < usualLength) {
    throw new Error(
      `/${source}/ could take forever: ${nested ? 'a repetition within a repetition' : 'too many repetitions'}`,
    );
  }
  const cut = (text: string) => (text.length > longest ? text.slice(0, longest) : text);
  return {
    test: (text) => expression.test(cut(text)),
    rangesIn: (text) =>
      [...cut(text).matchAll(everywhere)].map(({ 0: { length }, index }) => [
        index,
        index + length,
      ]),
    literals,
  };
}

/**
 * JavaScript's expressions try all ways to share a text among their repetitions. Where none is within another these are at most as many as there
 * are ways to choose the places where each ends and where the match begins.
 */
function longestSafe(unbounded: number, factor: number): number {
  let longest = longestTried;
  while (longest > 0 && factor * ways(longest, unbounded + 1) > mostSteps)
    longest = Math.floor(longest * 0.9);
  return longest;
}

function ways(length: number, places: number): number {
  let result = 1;
  for (let k = 1; k <= places; k++) result *= (length + k) / k;
  return result;
}
