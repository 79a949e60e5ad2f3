import * as z from 'zod';

/**
 * The kinds of field that the dataclasses are made of. The `error` of each says what was expected, in words that follow
 * "expected".
 */

/** Marks an element of a list that could not be decoded and is left out; its neighbours keep their indices. */
export const leftOut = Symbol('left out');

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';

export const text = z.custom<string>(isText, 'a string');

/** NaN where the file does not say. */
export const index = z.custom<number>(
  (value) => Number.isInteger(value) || Number.isNaN(value),
  'a whole number',
);

/** A score: a number, also one that is not finite; null where the file has none. */
export const score = z.custom<number | null>(
  (value) => isNumber(value) || value === null,
  'a number or null',
);

/** A score that the reference lets be absent. */
export const optionalScore = score.default(null);

/** A list of strings. */
export const texts = z.unknown().transform((value, context): string[] => {
  return plainList(value, isText, 'a string', context) ?? z.NEVER;
});

/** A list of numbers. null, which the released serialiser writes for a number that is not finite, is read as NaN. */
export const floats = z.unknown().transform((value, context): number[] => {
  const isItem = (item: unknown): item is number | null => isNumber(item) || item === null;
  const items = plainList(value, isItem, 'a number', context);
  if (!items) return z.NEVER;
  return items.includes(null) ? items.map((item) => item ?? NaN) : (items as number[]);
});

/** How many elements of a list are wrong, in the one issue that says so. */
export const wrongElements = 'wrongElements';

/** Looked at as a whole, and one issue for all wrong elements, since a file has tens of thousands of them. */
function plainList<T>(
  value: unknown,
  isItem: (item: unknown) => item is T,
  expected: string,
  context: z.RefinementCtx,
): T[] | undefined {
  if (!Array.isArray(value)) {
    context.issues.push({ code: 'custom', message: `a list, each ${expected}`, input: value });
    return undefined;
  }
  const first = value.findIndex((item) => !isItem(item));
  if (first < 0) return value as T[];
  context.issues.push({
    code: 'custom',
    message: expected,
    input: value[first],
    path: [first],
    params: { [wrongElements]: value.filter((item) => !isItem(item)).length },
  });
  return undefined;
}

export const floatRows = z.array(floats, { error: 'a list of lists of numbers' });

/** A list of dataclasses; elements marked as left out are not in the result. */
export function listOf<T>(item: z.ZodType<T>, expected: string) {
  const element = z.unknown().transform((value, context): T | typeof leftOut => {
    if (value === leftOut) return leftOut;
    const decoded = item.safeParse(value);
    if (decoded.success) return decoded.data;
    context.issues.push(...decoded.error.issues.map((issue) => ({ ...issue, input: undefined })));
    return z.NEVER;
  });
  return z
    .array(element, { error: expected })
    .transform((items) => items.filter((i) => i !== leftOut) as T[]);
}
