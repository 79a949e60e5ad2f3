import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';

/** What a search asks for: all of its terms hold of what it finds. */
export interface Query {
  /** Folded words and phrases that occur in the text, by which results are ranked. */
  readonly texts: readonly string[];
  /** Whether the text of an explanation is none that other terms exclude; it gets the folded text and the text as it is. */
  readonly ofText: readonly ((folded: string, text: string) => boolean)[];
  readonly ofNeuron: readonly ((neuron: NeuronRef) => boolean)[];
  /** Of the preferred score: null where there is none, NaN where it is undefined. */
  readonly ofScore: readonly ((score: number | null) => boolean)[];
  /** What is not understood, in sentences for people; those terms are left out. */
  readonly problems: readonly string[];
}

/** For people: what a query may say. */
export const queryHint = 'words "a phrase" /regex/ -word layer:3-8 neuron:17 score:>0.5 dir:name';

/** A query that is being read. */
type Parts = { readonly [Part in keyof Query]: Query[Part][number][] };

/**
 * Reads a query, of terms between white space: `word`, `"a phrase"`, `/a regular expression/`, `layer:3`, `layer:3-8`, `layer:1,5-7`,
 * `neuron:17`, `score:>0.5`, `score:0.2-0.4`, `score:none`, `dir:name`; a `-` before a term excludes what it finds. Upper and lower case do
 * not matter. Never throws: it is read while it is typed.
 */
export function parseQuery(query: string): Query {
  const parts: Parts = { texts: [], ofText: [], ofNeuron: [], ofScore: [], problems: [] };
  for (const [, sign, operator, phrase, pattern, word] of query.matchAll(term)) {
    const not = sign === '-';
    if (operator) readOperator(operator.toLowerCase(), phrase ?? word ?? '', not, parts);
    else if (pattern !== undefined) readPattern(pattern, not, parts);
    else readText(phrase ?? word ?? '', not, parts);
  }
  return parts;
}

/** Case and the form of accents do not matter. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** What is not closed yet goes on to the end; a pattern is one only once it is closed, so that `/` can be looked for. */
const term =
  /(?<=^|[\s"])(-)?(?:(layer|neuron|score|dir):)?(?:"([^"]*)(?:"|$)|(?<!:)\/((?:[^/\\]|\\.)+)\/(?=\s|$)|(\S+)|(?<=:))/giu;

function readText(text: string, not: boolean, parts: Parts): void {
  const wanted = fold(text);
  if (wanted.trim() === '') return;
  if (not) parts.ofText.push((folded) => !folded.includes(wanted));
  else parts.texts.push(wanted);
}

function readPattern(source: string, not: boolean, parts: Parts): void {
  try {
    const pattern = new RegExp(source, 'iu');
    parts.ofText.push((_, text) => pattern.test(text) !== not);
  } catch (error) {
    parts.problems.push(error instanceof Error ? error.message : String(error));
  }
}

function readOperator(operator: string, value: string, not: boolean, parts: Parts): void {
  if (operator === 'dir') {
    if (value === '') parts.problems.push('Expected a part of a directory’s path after dir:');
    else parts.ofNeuron.push(isBelow(fold(value), not));
    return;
  }
  const isScore = operator === 'score';
  if (isScore && value.toLowerCase() === 'none') {
    parts.ofScore.push((score) => (score === null || Number.isNaN(score)) !== not);
    return;
  }
  const holds = readRanges(value);
  if (!holds) {
    const found = value === '' ? 'nothing' : `“${value}”`;
    const expected = isScore
      ? 'none, a number, a comparison or a range after score:, as in score:>0.5 or score:0.2-0.4'
      : `a number or a range after ${operator}:, as in ${operator}:3 or ${operator}:3-8`;
    parts.problems.push(`Expected ${expected}; found ${found}.`);
  } else if (isScore) {
    // Comparisons with NaN are false; without a score there is nothing to compare.
    parts.ofScore.push((score) => (score !== null && holds(score)) !== not);
  } else if (operator === 'layer') {
    parts.ofNeuron.push(({ layer }) => holds(layer.layer) !== not);
  } else {
    parts.ofNeuron.push(({ file }) => holds(file.neuron) !== not);
  }
}

/** Looks at a directory once, and not once for each of its many neurons. */
function isBelow(part: string, not: boolean): (neuron: NeuronRef) => boolean {
  const known = new Map<ExplanationDirectory, boolean>();
  return ({ directory }) => {
    const holds = known.get(directory) ?? fold(directory.path).includes(part) !== not;
    known.set(directory, holds);
    return holds;
  };
}

type Test = (value: number) => boolean;

/** Of `3`, `3-8`, `>=3` and such, with commas between them, of which one is enough; undefined where it is none. */
function readRanges(text: string): Test | undefined {
  const tests = text.split(',').map(readRange);
  return tests.every((test) => test !== undefined)
    ? (value) => tests.some((test) => test(value))
    : undefined;
}

const number = String.raw`[-\u2212+]?(?:\d+\.?\d*|\.\d+)`;
const comparison = new RegExp(`^(<=|>=|<|>|=)(${number})$`, 'u');
const range = new RegExp(`^(${number})(?:-|\\.\\.)(${number})$`, 'u');
const single = new RegExp(`^${number}$`, 'u');

function readRange(text: string): Test | undefined {
  const [, sign, than] = comparison.exec(text) ?? [];
  if (than !== undefined) return compare(sign!, numberOf(than));
  const [, from, to] = range.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const [low, high] = [numberOf(from), numberOf(to)];
    return (value) => value >= low && value <= high;
  }
  return single.test(text) ? compare('=', numberOf(text)) : undefined;
}

function compare(sign: string, than: number): Test {
  switch (sign) {
    case '<':
      return (value) => value < than;
    case '<=':
      return (value) => value <= than;
    case '>':
      return (value) => value > than;
    case '>=':
      return (value) => value >= than;
    default:
      // As a score is shown: with two decimals.
      return (value) => value >= than - half && value < than + half;
  }
}

const half = 0.005;

const numberOf = (text: string) => Number(text.replace('\u2212', '-'));
