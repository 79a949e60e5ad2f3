import * as l10n from '@vscode/l10n';
import { RE2JS } from 're2js';
import { patternSyntax } from './patternSyntax.ts';

/** A regular expression that runs in time linear in the text's length. */
export interface TextPattern {
  /** Only checks the first `longest` UTF-16 units of a text. */
  readonly test: (text: string) => boolean;
  /** The ranges of matches in UTF-16 units. `limits` are for highlighting if not given. */
  readonly rangesIn: (text: string, limits?: RangeLimits) => [start: number, end: number][];
  readonly longest: number;
  /** See `PatternSyntax`. */
  readonly literals: readonly (readonly string[])[];
}

/** What is searched of a text, in UTF-16 units, and how many matches at most. */
export interface RangeLimits {
  readonly length: number;
  readonly matches: number;
}

/** In instructions. An expression of this size compiles in about 10 ms. */
const largest = 1500;
/** Instructions times UTF-16 units: at most about 15 ms per text. */
const mostSteps = 500_000;
/** What can make JavaScript try a text again and again. */
const repetition = /[*+?{]/g;
/** Limits of highlighting per text. */
const shown: RangeLimits = { length: 1000, matches: 100 };

/**
 * Compiles a JavaScript regular expression with the flags `iu`, or `u` to match case. Throws an
 * `Error` with a readable message if it is invalid, needs backtracking, or is too large.
 */
export function textPattern(source: string, matchCase = false): TextPattern {
  const native = new RegExp(source, matchCase ? 'u' : 'iu');
  // JavaScript's messages are familiar, and it finds some errors only now.
  native.test('');
  const { re2, size, literals } = patternSyntax(source);
  const tooLarge = l10n.t('/{0}/ is too large. Use fewer repetitions, or * or +.', source);
  if (size > largest) throw new Error(tooLarge);
  const expression = compile(re2, {
    source,
    tooLarge,
    flags: matchCase ? 0 : RE2JS.CASE_INSENSITIVE,
  });
  const triedNatively = nativeLength(source, size);
  const longest = Math.floor(mostSteps / Math.max(10, size));
  return {
    test: (text) => {
      const tried = text.length <= triedNatively ? native : expression;
      return tried.test(text.length > longest ? text.slice(0, longest) : text);
    },
    rangesIn: (text, limits = shown) => {
      const ranges: [number, number][] = [];
      const length = Math.min(longest, limits.length);
      for (const { 0: match, index } of expression.matchAll(text.slice(0, length))) {
        if (index !== undefined) ranges.push([index, index + match.length]);
        if (ranges.length === limits.matches) break;
      }
      return ranges;
    },
    longest,
    literals,
  };
}

/**
 * The length of texts that JavaScript's own expressions, several times as fast, may search: any
 * without repetitions and groups, since there is no backtracking. With one repetition, where a text
 * takes up to the square of its length times the size, those for which that is `mostSteps`.
 */
function nativeLength(source: string, size: number): number {
  if (/[()]/.test(source)) return 0;
  const repetitions = source.match(repetition)?.length ?? 0;
  if (repetitions > 1) return 0;
  return repetitions === 0 ? Infinity : Math.floor(Math.sqrt(mostSteps / size));
}

interface Compiling {
  readonly source: string;
  /** The message if it is. */
  readonly tooLarge: string;
  readonly flags: number;
}

function compile(re2: string, { source, tooLarge, flags }: Compiling): RE2JS {
  try {
    return RE2JS.compile(re2, flags);
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
