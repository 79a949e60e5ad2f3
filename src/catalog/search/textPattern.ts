import * as l10n from '@vscode/l10n';
import { RE2JS } from 're2js';
import { patternSyntax } from './patternSyntax.ts';

/** A regular expression that runs in time linear in the text's length. */
export interface TextPattern {
  /** Ignores case. Only checks the first `longest` UTF-16 units of a text. */
  readonly test: (text: string) => boolean;
  /**
   * The ranges of matches in UTF-16 units, for highlighting. Only the first matches of a long text.
   */
  readonly rangesIn: (text: string) => [start: number, end: number][];
  readonly longest: number;
  /** See `PatternSyntax`. */
  readonly literals: readonly (readonly string[])[];
}

/** In instructions. An expression of this size compiles in about 10 ms. */
const largest = 1500;
/** Instructions times UTF-16 units: at most about 15 ms per text. */
const mostSteps = 500_000;
/** Groups and repetitions. */
const choices = /[()*+?{]/;
/** Limits of highlighting per text. */
const shown = { length: 1000, matches: 100 };

/**
 * Compiles a JavaScript regular expression with the flags `iu`. Throws an `Error` with a readable
 * message if it is invalid, needs backtracking, or is too large.
 */
export function textPattern(source: string): TextPattern {
  const native = new RegExp(source, 'iu');
  // JavaScript's messages are familiar, and it finds some errors only now.
  native.test('');
  const { re2, size, literals } = patternSyntax(source);
  const tooLarge = l10n.t('/{0}/ is too large. Use fewer repetitions, or * or +.', source);
  if (size > largest) throw new Error(tooLarge);
  const expression = compile(re2, source, tooLarge);
  // Without choices there is no backtracking: JavaScript is as safe, and several times as fast.
  const tried = choices.test(source) ? expression : native;
  const longest = Math.floor(mostSteps / Math.max(10, size));
  return {
    test: (text) => tried.test(text.length > longest ? text.slice(0, longest) : text),
    rangesIn: (text) => {
      const ranges: [number, number][] = [];
      for (const { 0: match, index } of expression.matchAll(text.slice(0, shown.length))) {
        if (index !== undefined) ranges.push([index, index + match.length]);
        if (ranges.length === shown.matches) break;
      }
      return ranges;
    },
    longest,
    literals,
  };
}

function compile(re2: string, source: string, tooLarge: string): RE2JS {
  try {
    return RE2JS.compile(re2, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/repeat count|too large/.test(reason)) throw new Error(tooLarge, { cause: error });
    const property = /\\[pP]\{[^}]*\}/.exec(reason)?.[0];
    throw new Error(
      property === undefined
        ? l10n.t('/{0}/ is not supported: {1}', source, reason)
        : l10n.t(
            '{0} is not supported. Use a general category such as {1} or a script such as {2}.',
            property,
            '\\p{Lu}',
            '\\p{Greek}',
          ),
      { cause: error },
    );
  }
}
