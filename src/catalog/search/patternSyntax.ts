import * as l10n from '@vscode/l10n';

/** What a search needs to know about a JavaScript regular expression before RE2 compiles it. */
export interface PatternSyntax {
  /** The same expression in RE2's syntax. Groups do not capture. */
  readonly re2: string;
  /** About how many instructions it compiles to. */
  readonly size: number;
  /**
   * Alternatives of lower-case ASCII letters and digits. Every matching ASCII text contains one
   * string of each set, ignoring case.
   */
  readonly literals: readonly (readonly string[])[];
}

const token =
  /(?<class>\[(?:[^\]\\]|\\.)*\])|(?<escape>\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|.))|(?<open>\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]+:))?)|(?<close>\))|(?<quantifier>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?<bar>\|)|(?<other>[^])/gsu;

const literalAlternatives = /^[a-z0-9]+(?:\|[a-z0-9]+)*$/i;
const capturing = /^\((?:\?:|\?<[^=!]|$)/;
const anyButLineEnds = '[^\\n\\r\\x{2028}\\x{2029}]';

/**
 * `source` is valid with the flags `iu`. Throws an `Error` with a readable message for syntax that
 * RE2 lacks.
 */
export function patternSyntax(source: string): PatternSyntax {
  const literals: string[][] = [];
  const groups = [newGroup(0)];
  let re2 = '';
  /** The group that the last token closed. */
  let closed: Group | undefined;
  let run = '';
  const endRun = () => {
    if (run !== '') literals.push([run]);
    run = '';
  };

  for (const { 0: text, index, groups: kinds } of source.matchAll(token)) {
    const { class: set, escape, open, close, quantifier, bar } = kinds!;
    const group = groups.at(-1)!;
    if (quantifier !== undefined) {
      const [least, most] = boundsOf(quantifier);
      // The last token may be absent from the text.
      if (least === 0) {
        run = run.slice(0, -1);
        if (closed?.literal) literals.pop();
      }
      group.size += group.last * (Math.max(1, Number.isFinite(most) ? most : least + 1) - 1);
    }
    if (groups.length === 1 && /^[a-z0-9]$/i.test(text)) run += text.toLowerCase();
    else endRun();
    if (open !== undefined) {
      re2 += opened(open);
      groups.push(newGroup(index + open.length, capturing.test(open)));
    } else if (set !== undefined) re2 += translatedClass(set);
    else if (escape !== undefined) re2 += translatedEscape(escape, false);
    else re2 += text === '.' ? anyButLineEnds : text;
    if (bar !== undefined) group.alternatives++;
    closed = close === undefined ? undefined : groups.pop();
    if (quantifier === undefined && open === undefined) {
      const around = groups.at(-1)!;
      around.last = 1 + (closed?.size ?? 0);
      around.size += around.last;
    }
    if (closed?.matches && groups.length === 1) {
      const inside = source.slice(closed.start, index);
      closed.literal = literalAlternatives.test(inside);
      if (closed.literal) literals.push(inside.toLowerCase().split('|'));
    }
  }
  endRun();
  const [{ alternatives, size }] = groups as [Group];
  if (alternatives > 1) {
    literals.length = 0;
    if (literalAlternatives.test(source)) literals.push(source.toLowerCase().split('|'));
  }
  return { re2, size, literals };
}

interface Group {
  /** The start of its contents. */
  readonly start: number;
  /** Whether its contents are always part of the match, as written. */
  readonly matches: boolean;
  /** Whether its contents are letters and digits, or alternatives of these. */
  literal: boolean;
  alternatives: number;
  size: number;
  /** The size of its last part, which a quantifier multiplies. */
  last: number;
}

const newGroup = (start: number, matches = true): Group => ({
  start,
  matches,
  literal: false,
  alternatives: 1,
  size: 0,
  last: 0,
});

function boundsOf(quantifier: string): [least: number, most: number] {
  const [, least, comma, most] = /\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least !== undefined)
    return [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
  return [quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Infinity];
}

function opened(open: string): string {
  if (/^\(\?<?[=!]/.test(open))
    throw new Error(
      l10n.t(
        '{0}…) is not supported: a search has no lookahead or lookbehind. To exclude matches, add a term such as -/…/.',
        open,
      ),
    );
  const modifiers = /^\(\?([a-z-]+):$/.exec(open)?.[1];
  if (modifiers === undefined) return '(?:';
  if (/[^i-]/.test(modifiers))
    throw new Error(l10n.t('{0}…) is not supported: the only modifier in a search is i.', open));
  return open;
}

/** JavaScript's white space and its complement. RE2's is ASCII only. */
const spaces =
  '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const noSpaces =
  '\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';

const partOfClass =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)|[[]/gsu;

function translatedClass(text: string): string {
  if (text === '[]') return '[^\\x00-\\x{10ffff}]';
  if (text === '[^]') return '[\\x00-\\x{10ffff}]';
  const inside = text.slice(1, -1);
  return `[${inside.replace(partOfClass, (part) => (part === '[' ? '\\[' : translatedEscape(part, true)))}]`;
}

function translatedEscape(escape: string, inClass: boolean): string {
  const [, kind = '', rest = ''] = /^\\(.)(.*)$/su.exec(escape) ?? [];
  switch (kind) {
    case 's':
      return inClass ? spaces : `[${spaces}]`;
    case 'S':
      return inClass ? noSpaces : `[${noSpaces}]`;
    case 'b':
      return inClass ? '\\x08' : escape;
    case 'c':
      return codeOf(rest.charCodeAt(0) % 32);
    case 'u':
      return codeOf(codePointOf(escape));
    case 'p':
    case 'P':
      return `\\${kind}${rest.replace(/^\{(?:General_Category|gc|Script|sc)=/, '{')}`;
    case 'k':
      throw new Error(noBackreferences(escape));
  }
  if (!/\d/.test(kind)) return escape;
  if (escape === '\\0') return '\\x00';
  throw new Error(noBackreferences(escape));
}

const noBackreferences = (escape: string) =>
  l10n.t(
    '{0} is not supported: a search has no backreferences. Repeat the pattern instead.',
    escape,
  );

const codeOf = (code: number) => `\\x{${code.toString(16)}}`;

/** For `\u0061`, `\u{61}` or a surrogate pair. */
function codePointOf(escape: string): number {
  const units = [...escape.matchAll(/u\{?([\da-fA-F]+)/g)].map(([, hex]) => parseInt(hex!, 16));
  return units.length === 1 ? units[0]! : String.fromCharCode(...units).codePointAt(0)!;
}
