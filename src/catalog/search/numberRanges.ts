export type NumberTest = (value: number) => boolean;

/**
 * Parses `3`, `3-8`, `>=3` and the like, separated by commas. Any of them may match. Undefined if
 * invalid.
 */
export function readRanges(text: string): NumberTest | undefined {
  const tests = text.split(',').map(readRange);
  if (!tests.every((test) => test !== undefined)) return undefined;
  // A single test avoids a loop for hundreds of thousands of values.
  return tests.length === 1 ? tests[0] : (value) => tests.some((test) => test(value));
}

const number = String.raw`[-\u2212+]?(?:\d+\.?\d*|\.\d+)`;
const comparison = new RegExp(`^(<=|>=|<|>|=)(${number})$`, 'u');
const range = new RegExp(`^(${number})(?:-|\\.\\.)(${number})$`, 'u');
const single = new RegExp(`^${number}$`, 'u');

function readRange(text: string): NumberTest | undefined {
  const [, sign, than] = comparison.exec(text) ?? [];
  if (than !== undefined)
    return sign === '=' ? about(numberOf(than)) : compare(sign as Comparison, numberOf(than));
  const [, from, to] = range.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    return between(numberOf(from), numberOf(to));
  }
  return single.test(text) ? about(numberOf(text)) : undefined;
}

/** Whether a number is in a range, whose ends are included, and may be in any order. */
export function between(one: number, other: number): NumberTest {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return (value) => value >= low && value <= high;
}

export type Comparison = '<' | '<=' | '>' | '>=';

export function compare(sign: Comparison, than: number): NumberTest {
  switch (sign) {
    case '<':
      return (value) => value < than;
    case '<=':
      return (value) => value <= than;
    case '>':
      return (value) => value > than;
    case '>=':
      return (value) => value >= than;
  }
}

/** Equal as displayed, with two decimals. */
function about(than: number): NumberTest {
  return (value) => value >= than - half && value < than + half;
}

const half = 0.005;

const numberOf = (text: string) => Number(text.replace('\u2212', '-'));
