import { between, compare, type Comparison, type NumberTest } from './numberRanges.ts';

/** A condition on when a file was modified. */
export interface TimeTest {
  /** Both times are in milliseconds since 1970. */
  readonly holds: (modified: number, now: number) => boolean;
  /** Whether the result changes as time passes. */
  readonly dependsOnTime: boolean;
}

/**
 * Parses ages such as `<2h`, `>1d` and `1h-2h`, and days such as `2026-11-28`, `>=2026-11-28` and
 * `2026-11-28..2026-11-30`, separated by commas. Any of them may match. Undefined if invalid.
 */
export function readTimes(text: string): TimeTest | undefined {
  const tests = text.split(',').map((part) => readAges(part) ?? readDays(part));
  if (!tests.every((test) => test !== undefined)) return undefined;
  return {
    holds: (modified, now) => tests.some(({ holds }) => holds(modified, now)),
    dependsOnTime: tests.some(({ dependsOnTime }) => dependsOnTime),
  };
}

/** In milliseconds. */
const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const age = String.raw`(?:\d+\.?\d*|\.\d+)[smhdw]`;
const ageComparison = new RegExp(`^(<=|>=|<|>)(${age})$`, 'iu');
const ageRange = new RegExp(`^(${age})(?:-|\\.\\.)(${age})$`, 'iu');

function readAges(text: string): TimeTest | undefined {
  const [, sign, than] = ageComparison.exec(text) ?? [];
  if (than !== undefined) return ofAge(compare(sign as Comparison, ageOf(than)));
  const [, from, to] = ageRange.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return ofAge(between(ageOf(from), ageOf(to)));
}

function ofAge(test: NumberTest): TimeTest {
  return { holds: (modified, now) => test(now - modified), dependsOnTime: true };
}

function ageOf(text: string): number {
  const unit = text.slice(-1).toLowerCase() as keyof typeof units;
  return Number(text.slice(0, -1)) * units[unit];
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const dayComparison = new RegExp(`^(<=|>=|<|>|=)?(${day})$`, 'u');
const dayRange = new RegExp(`^(${day})\\.\\.(${day})$`, 'u');

function readDays(text: string): TimeTest | undefined {
  const [, sign = '=', single] = dayComparison.exec(text) ?? [];
  const [, from = single, to = single] = dayRange.exec(text) ?? [];
  const [one, other] = [dayOf(from), dayOf(to)];
  if (!one || !other) return undefined;
  const [first, last] = one.start <= other.start ? [one, other] : [other, one];
  return { holds: dayTest(sign, first, last), dependsOnTime: false };
}

function dayTest(sign: string, first: Day, last: Day): NumberTest {
  switch (sign) {
    case '<':
      return (modified) => modified < first.start;
    case '<=':
      return (modified) => modified < first.end;
    case '>':
      return (modified) => modified >= first.end;
    case '>=':
      return (modified) => modified >= first.start;
    default:
      return (modified) => modified >= first.start && modified < last.end;
  }
}

/** The first moment of a day, and that of the next one. */
interface Day {
  readonly start: number;
  readonly end: number;
}

/** In local time. */
function dayOf(text: string | undefined): Day | undefined {
  const [year = NaN, month = NaN, date = NaN] = text?.split('-').map(Number) ?? [];
  const start = new Date(year, month - 1, date);
  // A date that does not exist becomes one of the next month, and a year below 100 one of 1900.
  const isSame = start.getFullYear() === year && start.getMonth() === month - 1;
  if (!isSame || start.getDate() !== date) return undefined;
  return { start: start.getTime(), end: new Date(year, month - 1, date + 1).getTime() };
}
