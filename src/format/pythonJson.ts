import { FormatError } from './errors.ts';
import { countKeys } from './keyCount.ts';

/** The way to a value: field names and list indices. */
export type JsonPath = readonly (string | number)[];

/** A key that an object repeats. The last value is used. */
export interface RepeatedKey {
  /** Path of the value that is used. */
  readonly path: JsonPath;
  readonly count: number;
  /** Position of the first occurrence, in characters from the start of the text. */
  readonly offset: number;
}

/** A parsed text and its repeated keys. */
export interface ParsedJson {
  readonly value: unknown;
  /** The first few, inner objects before outer ones. Includes keys inside dropped values. */
  readonly repeated: readonly RepeatedKey[];
  /** The total number. */
  readonly repeatedCount: number;
}

/** How many repeated keys are described: a file can have millions. */
const mostRepeated = 100;

/**
 * Parses JSON like Python's `json.loads`, which the reference uses: JSON plus the literals `NaN`,
 * `Infinity` and `-Infinity`. For a repeated key the last value counts.
 *
 * Throws a `FormatError` with the place, what was expected and what was found. Nesting beyond 500
 * levels is an error too: a neuron has 10, Python gives up between 500 and 1,000, and later code
 * may recurse into values.
 */
export function parsePythonJson(text: string): unknown {
  const value = parseFast(text);
  if (value === undefined) return new Parser(text).parse();
  countKeysOf(value, maximumDepth);
  return value;
}

/** As `parsePythonJson`, with repeated keys, which JSON and Python drop silently. */
export function parseWithRepeatedKeys(text: string): ParsedJson {
  const value = parseFast(text);
  // Equal key counts mean that no object repeats a key.
  if (value !== undefined && countKeys(text) === countKeysOf(value, maximumDepth))
    return { value, repeated: [], repeatedCount: 0 };
  const parser = new Parser(text);
  return { value: parser.parse(), ...parser.repeats };
}

/**
 * Calls `visit` for every value of the text's first value, children first, with its path and range
 * in characters, until the text is faulty. The path is only valid during the call.
 */
export function visitPythonJson(
  text: string,
  visit: (path: JsonPath, start: number, end: number) => void,
): void {
  try {
    new Parser(text, visit).value();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}

const maximumDepth = 500;
const tooDeep = `nested deeper than ${maximumDepth} levels`;

/**
 * Undefined for Python's literals and for errors. `Parser` reads the former and locates the latter.
 */
function parseFast(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Counts the keys of all objects in a value. Throws if it is nested too deeply. */
function countKeysOf(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) throw new FormatError(tooDeep, {}, 'nested-too-deep');
  if (!Array.isArray(value)) {
    const items: unknown[] = Object.values(value);
    return items.reduce<number>((sum, item) => sum + countKeysOf(item, levels - 1), items.length);
  }
  if (typeof value[0] === 'number' && hasNumbersOnly(value)) return 0;
  let count = 0;
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i];
    if (typeof item === 'object' && item !== null) count += countKeysOf(item, levels - 1);
  }
  return count;
}

/**
 * Lists of numbers are most of a file. A loop that sees no others does not make an object of each
 * number, and is several times as fast.
 */
function hasNumbersOnly(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== 'number') return false;
  return true;
}

const literals: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
];
const whiteSpace = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/**
 * Ends the plain part of a string: a quote, an escape, or a control character (invalid in JSON).
 */
const notPlain = /["\\\u0000-\u001f]/g;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

class Parser {
  readonly #text: string;
  readonly #visit: ((path: JsonPath, start: number, end: number) => void) | undefined;
  readonly #path: (string | number)[] = [];
  readonly #repeated: RepeatedKey[] = [];
  #repeatedCount = 0;
  #at = 0;

  constructor(text: string, visit?: (path: JsonPath, start: number, end: number) => void) {
    this.#text = text;
    this.#visit = visit;
  }

  get repeats(): Pick<ParsedJson, 'repeated' | 'repeatedCount'> {
    return { repeated: this.#repeated, repeatedCount: this.#repeatedCount };
  }

  parse(): unknown {
    const value = this.value();
    this.#skip();
    if (this.#at < this.#text.length) this.#fail('the end of the text');
    return value;
  }

  value(): unknown {
    this.#skip();
    const start = this.#at;
    const value = this.#valueHere();
    this.#visit?.(this.#path, start, this.#at);
    return value;
  }

  #valueHere(): unknown {
    const first = this.#text[this.#at];
    if (first === '{') return this.#object();
    if (first === '[') return this.#list();
    if (first === '"') return this.#string();
    for (const [name, value] of literals) {
      if (!this.#text.startsWith(name, this.#at)) continue;
      this.#at += name.length;
      return value;
    }
    const digits = this.#match(number);
    return digits === undefined ? this.#fail('a value') : Number(digits);
  }

  #object(): unknown {
    const entries: [string, unknown][] = [];
    const starts: number[] = [];
    this.#elements('}', () => {
      if (this.#text[this.#at] !== '"') this.#fail('a field name in double quotes');
      starts.push(this.#at);
      const key = this.#string();
      this.#skip();
      this.#expect(':');
      this.#path.push(key);
      entries.push([key, this.value()]);
      this.#path.pop();
    });
    // Assignment would set the prototype for a field named __proto__.
    const object: Record<string, unknown> = Object.fromEntries(entries);
    if (Object.keys(object).length < entries.length) this.#findRepeated(entries, starts);
    return object;
  }

  #findRepeated(entries: readonly [string, unknown][], starts: readonly number[]): void {
    const places = new Map<string, { count: number; offset: number }>();
    for (const [i, [key]] of entries.entries()) {
      const known = places.get(key);
      if (known) known.count++;
      else places.set(key, { count: 1, offset: starts[i]! });
    }
    for (const [key, { count, offset }] of places) {
      if (count === 1) continue;
      if (this.#repeatedCount++ < mostRepeated)
        this.#repeated.push({ path: [...this.#path, key], count, offset });
    }
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#elements(']', () => {
      this.#path.push(items.length);
      items.push(this.value());
      this.#path.pop();
    });
    return items;
  }

  #elements(close: string, element: () => void): void {
    if (this.#path.length === maximumDepth)
      throw new FormatError(tooDeep, { offset: this.#at }, 'nested-too-deep');
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#skip();
      element();
      this.#skip();
      if (this.#text[this.#at] === close) break;
      this.#expect(',', `',' or '${close}'`);
    }
    this.#at++;
  }

  #string(): string {
    const start = this.#at++;
    for (;;) {
      notPlain.lastIndex = this.#at;
      const next = notPlain.exec(this.#text);
      if (!next) return this.#failUnterminated(start);
      this.#at = next.index;
      if (next[0] === '"') break;
      if (next[0] !== '\\') this.#fail('an escaped control character');
      if (this.#match(escape) !== undefined) continue;
      // The text may end within an escape.
      if (this.#text.length - this.#at < 6) return this.#failUnterminated(start);
      this.#fail('a valid JSON escape');
    }
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #failUnterminated(start: number): never {
    const place = this.#place(start);
    throw new FormatError(
      `invalid JSON: the string that starts at ${place} has no end; the file may be truncated`,
      { offset: start },
      'cut-off',
    );
  }

  #expect(character: string, expected = `'${character}'`): void {
    if (this.#text[this.#at] !== character) this.#fail(expected);
    this.#at++;
  }

  #skip(): void {
    this.#match(whiteSpace);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    this.#at += match?.length ?? 0;
    return match;
  }

  #fail(expected: string): never {
    const next = this.#text.codePointAt(this.#at);
    const found =
      next === undefined ? 'the end of the text; the file may be truncated' : kindOf(next);
    throw new FormatError(
      `invalid JSON at ${this.#place(this.#at)}: expected ${expected}, found ${found}`,
      { offset: this.#at },
      next === undefined ? 'cut-off' : 'malformed-json',
    );
  }

  #place(offset: number): string {
    return describePlace(this.#text, offset);
  }
}

/** `line 2, column 3`, both from 1, for a position in the text. */
export function describePlace(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${offset - start + 1}`;
}

/** Describes a character without quoting it: the file may link to a secret one. */
function kindOf(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (/\p{L}/u.test(character)) return 'a letter';
  if (/\p{N}/u.test(character)) return 'a digit';
  if (/[!-~]/.test(character)) return character === "'" ? `"'"` : `'${character}'`;
  return `the character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
