import * as z from 'zod';
import { FormatError } from './errors.ts';
import { floatOfWord } from './floatWords.ts';

// Without code that zod would make as it runs: it is no faster here, and strict policies forbid it.
z.config({ jitless: true });

/**
 * The kinds of field that the dataclasses are made of. The `error` of each says what was expected, in words that follow
 * "expected".
 */

/** Marks an element of a list that could not be decoded and is left out; its neighbours keep their indices. */
export const leftOut = Symbol('left out');

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

export const text = z.custom<string>(isText, 'a string');

/** NaN where the file does not say. */
export const index = z.custom<number>(
  (value) => Number.isInteger(value) || Number.isNaN(value),
  'a whole number',
);

/**
 * A score: a number, also one that is not finite or is a word such as "nan"; null where the file
 * has none.
 */
export const score = z
  .custom<number | string | null>(
    (value) =>
      isNumber(value) ||
      value === null ||
      (typeof value === 'string' && floatOfWord(value) !== undefined),
    'a number or null',
  )
  .transform((value) => (typeof value === 'string' ? floatOfWord(value)! : value));

/** A score that the reference lets be absent. */
export const optionalScore = score.default(null);

/** What a list of plain values is made of. */
interface Item<T> {
  readonly expected: string;
  is(value: unknown): value is T;
  /** What stands in for a value that is none. */
  instead(wrong: unknown): T;
}

/** null, which the released serialiser writes for a number that is not finite, is read as NaN. */
type Float = number | null;
const isFloat = (value: unknown): value is Float => isNumber(value) || value === null;
const toNumbers = (row: Float[]) =>
  row.includes(null) ? row.map((value) => value ?? NaN) : (row as number[]);

/** A list of strings. */
export const texts = plainList<string>({ expected: 'a string', is: isText, instead: () => '' });

/** A list of numbers. */
export const floats = plainList<Float>({
  expected: 'a number',
  is: isFloat,
  instead: () => NaN,
}).transform(toNumbers);

/** A list of lists of numbers. */
export const floatRows = plainList<Float[]>({
  expected: 'a list of numbers only',
  is: (value) => Array.isArray(value) && value.every(isFloat),
  instead: (row) => (Array.isArray(row) ? row.map((item) => (isFloat(item) ? item : NaN)) : []),
}).transform((rows) => rows.map(toNumbers));

/** What the one issue of a list says of its items. */
interface ListFaults {
  /** Of a list of plain values: how many are wrong, and the list with something in their stead. */
  readonly wrong?: { readonly count: number; readonly mended: readonly unknown[] };
  /** Of dataclasses within: their issues, with paths from here on, and how many there are in them and in lists within. */
  readonly elements?: readonly z.core.$ZodIssue[];
  readonly count?: number;
}

/** What an issue says of the items of a list, if it is one of a list. */
export function listFaults(issue: z.core.$ZodIssue): ListFaults {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

/** Looked at as a whole, and one issue for all wrong items, since a file has tens of thousands of them. */
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
 * A dataclass within one of its own kind. One issue holds all of its own: those of many that are in each other would be gone through
 * at each level, with longer paths each time.
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

/** Who has more of them is no neuron with faults, and to tell of each takes memory without end. */
const mostFaults = 100_000;

/**
 * A list of dataclasses; elements marked as left out are not in the result. One issue holds those of all its elements: zod passes
 * issues on as arguments, and of those there can be too many. Throws a `FormatError` where there are more than are worth telling.
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
