import { isObject } from './dataclass.ts';
import type { JsonPath } from './pythonJson.ts';

/** Something wrong in a file that can be shown all the same. */
export interface Problem {
  /** `error`: something of the file is not shown. `warning`: it is, but may mislead. `info`: a peculiarity. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where, by the file's own field names; empty for the whole file. */
  readonly path: JsonPath;
  /** What was expected there, found there, and made of it: a sentence or two for a person. */
  readonly message: string;
}

/** A path as one reads it: `scored_explanations[0].explanation`. */
export function formatPath(path: JsonPath): string {
  return path
    .map((key, i) => {
      const plain = /^[A-Za-z_]\w*$/.test(String(key));
      return plain ? `${i > 0 ? '.' : ''}${key}` : `[${JSON.stringify(key)}]`;
    })
    .join('');
}

/** A value in a few words, for messages. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `the string ${JSON.stringify(shorten(value))}`;
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (isObject(value)) {
    const keys = Object.keys(value);
    return keys.length === 0 ? 'an empty object' : `an object with ${shorten(keys.join(', '))}`;
  }
  const simple = value as number | boolean | null;
  return String(simple);
}

/** A text that may be of any length, for messages. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
