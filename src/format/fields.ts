import * as z from 'zod';
import { FormatError } from './errors.ts';
import { floatOfWord } from './floatWords.ts';

// No generated code: it is no faster here, and strict content security policies forbid it.
z.config({ jitless: true });

/**
 * The field types of the dataclasses. Each `error` says what was expected, in words that follow
 * "expected".
 */

/** Marks a list element that could not be decoded, so that the others keep their indices. */
export const leftOut = Symbol('left out');

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

export const text = z.custom<string>(isText, 'a string');

/** NaN if missing. */
export const index = z.custom<number>(
  (value) => Number.isInteger(value) || Number.isNaN(value),
  'a whole number',
);

/** A number, which may be infinite, NaN or a word such as "nan"; null if missing. */
export const score = z
  .custom<number | string | null>(
    (value) =>
      isNumber(value) ||
      value === null ||
      (typeof value === 'string' && floatOfWord(value) !== undefined),
    'a number or null',
  )
  .transform((value) => (typeof value === 'string' ? floatOfWord(value)! : value));

/** A score that the reference allows to be absent. */
export const optionalScore = score.default(null);

/** The item type of a plain list. */
interface Item<T> {
  readonly expected: string;
  is(value: unknown): value is T;
  /** Replaces a wrong value. */
  instead(wrong: unknown): T;
}

/** The released serialiser writes null for numbers that are not finite. They are read as NaN. */
type Float = number | null;
const isFloat = (value: unknown): value is Float => isNumber(value) || value === null;
const toNumbers = (row: Float[]) =>
  row.includes(null) ? row.map((value) => value ?? NaN) : (row as number[]);

export const texts = plainList<string>({ expected: 'a string', is: isText, instead: () => '' });

export const floats = plainList<Float>({
  expected: 'a number',
  is: isFloat,
  instead: () => NaN,
}).transform(toNumbers);

export const floatRows = plainList<Float[]>({
  expected: 'a list of numbers only',
  is: (value) => Array.isArray(value) && value.every(isFloat),
  instead: (row) => (Array.isArray(row) ? row.map((item) => (isFloat(item) ? item : NaN)) : []),
}).transform((rows) => rows.map(toNumbers));

/** What the single issue of a list says about its items. */
interface ListFaults {
  /** For plain values: how many are wrong, and the list with replacements. */
  readonly wrong?: { readonly count: number; readonly mended: readonly unknown[] };
  /**
   * For dataclasses: their issues, with paths relative to the list, and the total including nested
   * lists.
   */
  readonly elements?: readonly z.core.$ZodIssue[];
  readonly count?: number;
}

/** The item faults of an issue, if it belongs to a list. */
export function listFaults(issue: z.core.$ZodIssue): ListFaults {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

/**
 * Checked as a whole, with one issue for all wrong items: a file has tens of thousands of items.
 */
function plainList<T>(item: Item<T>) {
  return z.unknown().transform((value, context): T[] => {
    if (!Array.isArray(value)) {
      context.issues.push({
        code: 'custom',
        message: `a list where each item is ${item.expected}`,
        input: value,
      });
      return z.NEVER;
    }
    const first = value.findIndex((each) => !item.is(each));
    if (first < 0) return value as T[];
    const wrong = {
      count: value.filter((each) => !item.is(each)).length,
      mended: value.map((each) => (item.is(each) ? each : item.instead(each))),
    };
    context.issues.push({
      code: 'custom',
      message: item.expected,
      input: value[first],
      path: [first],
      params: { wrong } satisfies ListFaults,
    });
    return z.NEVER;
  });
}

/**
 * A dataclass nested in its own kind. One issue holds all nested ones. Otherwise zod would visit
 * deeply nested issues at each level, with a longer path each time.
 */
export function within<T>(schema: () => z.ZodType<T>) {
  return z.unknown().transform((value, context): T => {
    const result = schema().safeParse(value);
    if (result.success) return result.data;
    const elements = result.error.issues;
    const count = elements.reduce((sum, issue) => sum + (listFaults(issue).count ?? 1), 0);
    context.issues.push({
      code: 'custom',
      input: value,
      params: { elements, count } satisfies ListFaults,
    });
    return z.NEVER;
  });
}

/** A file with more faults is not a neuron, and collecting them would exhaust memory. */
const mostFaults = 100_000;

/**
 * A list of dataclasses without the elements marked as left out. One issue holds those of all
 * elements: zod passes issues as arguments, whose number is limited. Throws a `FormatError` beyond
 * `mostFaults`.
 */
export function listOf<T>(element: z.ZodType<T>, expected: string) {
  return z.unknown().transform((value, context): T[] => {
    if (!Array.isArray(value)) {
      context.issues.push({ code: 'custom', message: expected, input: value });
      return z.NEVER;
    }
    const decoded: T[] = [];
    const elements: z.core.$ZodIssue[] = [];
    let count = 0;
    for (const [i, each] of value.entries()) {
      if (each === leftOut) continue;
      const result = element.safeParse(each);
      if (result.success) decoded.push(result.data);
      else {
        for (const issue of result.error.issues) {
          elements.push({ ...issue, path: [i, ...issue.path] });
          count += listFaults(issue).count ?? 1;
        }
      }
      if (count > mostFaults)
        throw new FormatError(`it has more than ${mostFaults} errors in ${expected}`);
    }
    if (elements.length === 0) return decoded;
    context.issues.push({
      code: 'custom',
      message: expected,
      input: value,
      params: { elements, count } satisfies ListFaults,
    });
    return z.NEVER;
  });
}
