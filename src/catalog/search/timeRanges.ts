import { compare } from './numberRanges.ts';

/** A condition on the time of a change. Both times are in milliseconds since 1970. */
export type TimeTest = (modified: number, now: number) => boolean;

/**
 * Parses ages such as `<2h`, `>1d` and `1h-2h`, and days such as `2026-11-28`, `>=2026-11-28` and
 * `2026-11-28..2026-11-30`, separated by commas. Any of them may match. Undefined if invalid.
 */
export function readTimes(text: string): TimeTest | undefined {
  const tests = text.split(',').map((part) => readAges(part) ?? readDays(part));
  if (!tests.every((test) => test !== undefined)) return undefined;
  return (modified, now) => tests.some((test) => test(modified, now));
}

/** In milliseconds. */
const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const age = String.raw`(?:\d+\.?\d*|\.\d+)[smhdw]`;
const ageComparison = new RegExp(`^(<=|>=|<|>)(${age})$`, 'iu');
const ageRange = new RegExp(`^(${age})(?:-|\\.\\.)(${age})$`, 'iu');

function readAges(text: string): TimeTest | undefined {
  const [, sign, than] = ageComparison.exec(text) ?? [];
  if (than !== undefined) {
    const test = compare(sign!, ageOf(than));
    return (modified, now) => test(now - modified);
  }
  const [, from, to] = ageRange.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [low, high] = [ageOf(from), ageOf(to)];
  return (modified, now) => now - modified >= low && now - modified <= high;
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
  const [first, last] = [dayOf(from), dayOf(to)];
  if (!first || !last) return undefined;
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

/** The first moment of a day, and that of the next one, in local time. */
function dayOf(text: string | undefined): { start: number; end: number } | undefined {
  const [year = NaN, month = NaN, date = NaN] = text?.split('-').map(Number) ?? [];
  const start = new Date(year, month - 1, date);
  // A date that does not exist becomes one of the next month.
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return undefined;
  return { start: start.getTime(), end: new Date(year, month - 1, date + 1).getTime() };
}
