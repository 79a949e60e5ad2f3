import { isObject } from './dataclass.ts';
import { type ProblemCode, problemKinds, type Severity } from './problemCodes.ts';
import type { JsonPath } from './pythonJson.ts';
import { visible } from '../text/visible.ts';

/** Something wrong in a file that can be shown all the same. */
export interface Problem {
  readonly code: ProblemCode;
  /** That of the code. */
  readonly severity: Severity;
  /** Where, by the file's own field names; empty for the whole file. */
  readonly path: JsonPath;
  /** What was expected there, found there, and made of it: a sentence or two for a person. */
  readonly message: string;
}

export function problem(code: ProblemCode, path: JsonPath, message: string): Problem {
  return { code, severity: problemKinds[code].severity, path, message: visible(message) };
}

/** How many steps of a path are told from its beginning, and how many from its end: more than one of a neuron has. */
const [firstSteps, lastSteps] = [16, 4];

/** A path as one reads it: `scored_explanations[0].explanation`. What is of any length in it is shortened. */
export function formatPath(path: JsonPath): string {
  if (path.length <= firstSteps + lastSteps) return steps(path, true);
  return `${steps(path.slice(0, firstSteps), true)}…${steps(path.slice(-lastSteps), false)}`;
}

function steps(path: JsonPath, fromStart: boolean): string {
  return path
    .map((step, i) => {
      const key = typeof step === 'string' ? shorten(step) : step;
      const plain = /^[A-Za-z_]\w*$/.test(String(key));
      return plain
        ? `${i > 0 || !fromStart ? '.' : ''}${key}`
        : `[${visible(JSON.stringify(key))}]`;
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
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return `about ${value.toExponential()}`;
  const simple = value as number | boolean | null;
  return String(simple);
}

/**
 * What a value is, without its content. For files that are not neurons: their content is private,
 * and would end up in logs and exported catalogs.
 */
export function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return isObject(value) && Object.keys(value).length > 0 ? 'another object' : describe(value);
}

/** A text that may be of any length, for messages. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
