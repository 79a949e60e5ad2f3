/** What can be said of a regular expression without running it. */
export interface PatternParts {
  /**
   * ASCII letters and digits, in lower case, that stand together in all that it matches, of texts of ASCII: one of each set.
   */
  readonly literals: readonly (readonly string[])[];
  /** How many repetitions have no end, or a far one. */
  readonly unbounded: number;
  /** How many ways there are to choose among alternatives, and how often to repeat what has an end. */
  readonly factor: number;
  /** Whether something is repeated that can match in several ways: the ways of all repetitions multiply. */
  readonly nested: boolean;
}

const token =
  /(?<class>\[(?:[^\]\\]|\\.)*\])|(?<escape>\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|.))|(?<open>\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]+:))?)|(?<close>\))|(?<quantifier>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?<bar>\|)|(?<other>[^])/gsu;

const far = 20;
const literalAlternatives = /^[a-z0-9]+(?:\|[a-z0-9]+)*$/i;
const capturing = /^\((?:\?:|\?<[^=!]|$)/;

/** Of a well-formed expression. */
export function partsOfPattern(source: string): PatternParts {
  const literals: string[][] = [];
  const groups = [newGroup(0)];
  let [unbounded, factor, nested] = [0, 1, false];
  /** The group that the last sign closed. */
  let closed: Group | undefined;
  let run = '';
  const endRun = () => {
    if (run !== '') literals.push([run]);
    run = '';
  };
  /** What is in a group is in those around it. */
  const choose = () => groups.forEach((group) => (group.choice = true));

  for (const { 0: text, index, groups: kinds } of source.matchAll(token)) {
    const { open, close, quantifier, bar } = kinds!;
    if (quantifier !== undefined) {
      const [least, most] = boundsOf(quantifier);
      // The last sign may be there or not.
      if (least === 0) {
        run = run.slice(0, -1);
        if (closed?.literal) literals.pop();
      }
      if (closed?.choice && most > 1) nested = true;
      if (most - least > far) unbounded++;
      else factor *= most - least + 1;
      if (most > least) choose();
    }
    if (groups.length === 1 && /^[a-z0-9]$/i.test(text)) run += text.toLowerCase();
    else endRun();
    if (open !== undefined) groups.push(newGroup(index + open.length, capturing.test(open)));
    if (bar !== undefined) {
      groups.at(-1)!.alternatives++;
      choose();
    }
    closed = close === undefined ? undefined : groups.pop();
    factor *= closed?.alternatives ?? 1;
    if (closed?.matches && groups.length === 1) {
      const inside = source.slice(closed.start, index);
      closed.literal = literalAlternatives.test(inside);
      if (closed.literal) literals.push(inside.toLowerCase().split('|'));
    }
  }
  endRun();
  const { alternatives } = groups[0]!;
  factor *= alternatives;
  if (alternatives > 1) {
    literals.length = 0;
    if (literalAlternatives.test(source)) literals.push(source.toLowerCase().split('|'));
  }
  return { literals, unbounded, factor, nested };
}

interface Group {
  /** Where its inside begins. */
  readonly start: number;
  /** Whether its inside is part of what the expression matches: it does not look ahead or behind. */
  readonly matches: boolean;
  /** Whether its inside is letters and digits, or several such, of which one is matched. */
  literal: boolean;
  alternatives: number;
  /** Whether it can match in several ways. */
  choice: boolean;
}

const newGroup = (start: number, matches = true): Group => ({
  start,
  matches,
  literal: false,
  alternatives: 1,
  choice: false,
});

function boundsOf(quantifier: string): [least: number, most: number] {
  const [, least, comma, most] = /\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least !== undefined)
    return [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
  return [quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Infinity];
}
