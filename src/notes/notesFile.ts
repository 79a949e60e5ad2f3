import * as z from 'zod';
import { isObject } from '../format/dataclass.ts';
import { FormatError } from '../format/errors.ts';
import { kindOf } from '../format/problem.ts';
import { parsePythonJson, parseWithRepeatedKeys } from '../format/pythonJson.ts';
import { isNoted, type NeuronNote, verdicts } from '../catalog/rows/neuronNotes.ts';

/**
 * The notes of a workspace folder by neuron path, and what is wrong with their file, if anything.
 */
export interface NotesText {
  readonly notes: ReadonlyMap<string, NeuronNote>;
  readonly fault: NotesFault | undefined;
}

/** Why a notes file must not be written: an invalid part would be lost or changed. */
export interface NotesFault {
  /** A readable path, such as `neurons["5/131.jsonl"].verdict`; empty for the whole file. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** An entry. Unknown keys are preserved. */
const entry = z.looseObject({
  starred: z.boolean().optional(),
  verdict: z.enum(verdicts).optional(),
  note: z.string().optional(),
});
type Entry = z.infer<typeof entry>;

const file = z.looseObject({
  version: z.literal(1).optional(),
  neurons: z.record(z.string(), z.unknown()).optional(),
});

const expectations = {
  version: '1',
  neurons: 'an object that maps paths to notes',
  starred: 'true or false',
  verdict: verdicts.map((verdict) => `"${verdict}"`).join(', '),
  note: 'a string in quotes',
};

/** Reads a notes file as far as possible. Empty if it has only white space. */
export function parseNotes(text: string): NotesText {
  const notes = new Map<string, NeuronNote>();
  const value = parseJson(text);
  if ('fault' in value) return { notes, fault: value.fault };
  const whole = file.safeParse(value.json);
  // Valid entries are shown even if others are not.
  let fault = whole.success ? undefined : faultOf(value.json, whole.error, []);
  for (const [path, found] of Object.entries(objectAt(value.json, 'neurons'))) {
    const read = entry.safeParse(found);
    if (read.success) notes.set(path, noteOf(read.data));
    else fault ??= faultOf(found, read.error, ['neurons', path]);
  }
  return { notes, fault: fault ?? repeatedKey(text) };
}

/**
 * The text of a file with changed notes on some neurons. Everything else is preserved. Only for
 * text without a fault in `parseNotes`.
 */
export function withNotes(
  text: string,
  notes: Iterable<readonly [path: string, note: NeuronNote]>,
): string {
  const value = parseJson(text);
  if ('fault' in value) throw new Error(value.fault.expected);
  file.parse(value.json);
  // From the file, since zod's output lacks `__proto__`.
  const neurons = new Map(Object.entries(objectAt(value.json, 'neurons')));
  for (const [path, note] of notes) {
    const before = neurons.get(path) ?? {};
    entry.parse(before);
    const others = Object.entries(isObject(before) ? before : {}).filter(
      ([key]) => !Object.hasOwn(entry.shape, key),
    );
    if (isNoted(note) || others.length > 0)
      neurons.set(path, sorted({ ...Object.fromEntries(others), ...entryOf(note) }));
    else neurons.delete(path);
  }
  const entries = [...neurons].sort(([a], [b]) => comparePaths(a, b));
  const written = sorted({
    version: 1,
    ...(isObject(value.json) ? value.json : {}),
    neurons: Object.fromEntries(entries),
  });
  const lines = `${JSON.stringify(written, null, 2)}\n`;
  return text.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}

function noteOf({ starred, verdict, note }: Entry): NeuronNote {
  return { starred: starred ?? false, verdict: verdict ?? null, note: note ?? '' };
}

/** Omits empty values, so that diffs show only real changes. */
function entryOf({ starred, verdict, note }: NeuronNote): Entry {
  return {
    ...(starred && { starred }),
    ...(verdict !== null && { verdict }),
    ...(note !== '' && { note }),
  };
}

function sorted(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Natural order: 5/131 before 5/1377 before 11/3. Independent of the locale, so that files do not
 * differ by author.
 */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!];
    // Text and numbers alternate.
    const numbers = i % 2 === 1 ? Number(x) - Number(y) : 0;
    if (numbers !== 0) return numbers;
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function parseJson(text: string): { json: unknown } | { fault: NotesFault } {
  if (text.trim() === '') return { json: {} };
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { fault: { where: '', expected: 'JSON', found: whyNoJson(text) } };
  }
}

/** Unlike the engine's message, does not quote the text: a link may lead to a private file. */
function whyNoJson(text: string): string {
  try {
    parsePythonJson(text);
    return 'NaN or Infinity, which are not valid JSON';
  } catch (error) {
    return error instanceof FormatError ? error.reason : String(error);
  }
}

function objectAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/** Finds a repeated key. Writing the file would lose its first value. */
function repeatedKey(text: string): NotesFault | undefined {
  if (text.trim() === '') return undefined;
  try {
    const [first] = parseWithRepeatedKeys(text).repeated;
    if (!first) return undefined;
    const where = placeOf(first.path.map(String));
    return { where, expected: 'each key once per object', found: `this key ${first.count} times` };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { where: '', expected: 'JSON', found: error.reason };
  }
}

function faultOf(value: unknown, error: z.ZodError, above: readonly string[]): NotesFault {
  const path = error.issues[0]?.path ?? [];
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.getOwnPropertyDescriptor(at, key)?.value
        : undefined,
    value,
  );
  const last = path.at(-1);
  const expected =
    Object.entries(expectations).find(([key]) => key === last)?.[1] ?? 'an object in braces';
  const where = placeOf([...above, ...path]);
  // Do not quote the content of an unrelated file.
  return { where, expected, found: where === '' ? kindOf(found) : shorten(found) };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => String(key))
    .map((key, i) => (/^\w+$/.test(key) ? (i === 0 ? key : `.${key}`) : `[${JSON.stringify(key)}]`))
    .join('');
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}
