import { FormatError } from './errors.ts';

/** The way to a value: field names and list indices. */
export type JsonPath = readonly (string | number)[];

/**
 * Parses JSON as Python's `json.loads` does, which the reference uses: JSON, and the literals `NaN`, `Infinity` and
 * `-Infinity`. Of a repeated key the last value counts.
 *
 * Throws a `FormatError` with the place and what was expected and found; so too for nesting beyond 500 levels, of which a neuron
 * has 10: Python gives up as well, between 500 and 1,000, and what comes after may take values apart by recursion.
 */
export function parsePythonJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Either Python's literals or a fault: the slow way reads the first, and names the place of the second.
    return new Parser(text).parse();
  }
  if (isDeeper(value, maximumDepth)) throw new FormatError(tooDeep, {}, 'nested-too-deep');
  return value;
}

/**
 * Calls `visit` with the path of every value of the text's first value, children first, and where it begins and ends, in characters; until the
 * text is faulty. The path is good for the time of the call only.
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

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return levels === 0 || items.some((item) => isDeeper(item, levels - 1));
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
/** What ends the plain part of a string: a quote, an escape, and control characters, which JSON forbids. */
const notPlain = /["\\\u0000-\u001f]/g;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

class Parser {
  readonly #text: string;
  readonly #visit: ((path: JsonPath, start: number, end: number) => void) | undefined;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, visit?: (path: JsonPath, start: number, end: number) => void) {
    this.#text = text;
    this.#visit = visit;
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
    this.#elements('}', () => {
      if (this.#text[this.#at] !== '"') this.#fail('a field name in double quotes');
      const key = this.#string();
      this.#skip();
      this.#expect(':');
      this.#path.push(key);
      entries.push([key, this.value()]);
      this.#path.pop();
    });
    // Not by assignment, to which a field named __proto__ would be more than a field.
    return Object.fromEntries(entries);
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
      if (next[0] !== '\\') this.#fail('control characters in strings to be escaped');
      if (this.#match(escape) !== undefined) continue;
      // The end of the text may cut an escape off.
      if (this.#text.length - this.#at < 6) return this.#failUnterminated(start);
      this.#fail('an escape of JSON');
    }
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #failUnterminated(start: number): never {
    const place = this.#place(start);
    throw new FormatError(
      `not well-formed JSON: the string that begins at ${place} has no end; is the file cut off?`,
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
    const rest = this.#text.slice(this.#at, this.#at + 20);
    const found = rest === '' ? 'the end of the text; is the file cut off?' : JSON.stringify(rest);
    throw new FormatError(
      `not well-formed JSON at ${this.#place(this.#at)}: expected ${expected}, found ${found}`,
      { offset: this.#at },
      rest === '' ? 'cut-off' : 'malformed-json',
    );
  }

  #place(offset: number): string {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length;
    return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
  }
}
