import { isObject } from './dataclass.ts';
import { type ProblemCode, problemKinds, type Severity } from './problemCodes.ts';
import type { JsonPath } from './pythonJson.ts';
import { visible } from '../text/display.ts';

/** A fault in a file that can still be shown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** By the file's own field names; empty for the whole file. */
  readonly path: JsonPath;
  /** One or two sentences: what was expected, what was found, and how it is handled. */
  readonly message: string;
}

export function problem(code: ProblemCode, path: JsonPath, message: string): Problem {
  return { code, severity: problemKinds[code].severity, path, message: visible(message) };
}

/** How many steps a path shows at its start and end. Paths in a neuron have fewer. */
const [firstSteps, lastSteps] = [16, 4];

/** A readable path, such as `scored_explanations[0].explanation`. Long parts are shortened. */
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

/** Describes a value briefly, for messages. */
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
 * Describes the type of a value without its content. Files that are not neurons may be private, and
 * messages end up in logs and exported catalogs.
 */
export function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return isObject(value) && Object.keys(value).length > 0 ? 'another object' : describe(value);
}

/** Shortens text of any length for messages. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
