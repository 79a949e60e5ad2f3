import { FileError, type FileSource, readBounded } from '../files/fileSource.ts';
import { checkId } from './check.ts';
import { type DecodedNeuron, decodeNeuron } from './decode.ts';
import { FormatError, inFile } from './errors.ts';
import { type Problem, problem, shorten } from './problem.ts';
import { notUtf8, otherEncoding, withoutTrailingZeros } from './encoding.ts';
import { describePlace, type ParsedJson, parseWithRepeatedKeys } from './pythonJson.ts';
import { decodeUtf8 } from './reading.ts';

/**
 * Reads a neuron file as the extension shows it: all good parts, and a list of problems.
 *
 * More lenient than the reference's functions; problems say where those would reject the file. Only
 * the first of several lines counts, JSON may span lines, values may have wrong types
 * (`decodeNeuron`). `place` is the layer and neuron in the path. Rejects with a `FormatError` or a
 * `FileError` that names the file if it contains no neuron.
 */
export async function readNeuronFile(
  source: FileSource,
  path: string,
  place: { layer: number; neuron: number },
): Promise<DecodedNeuron> {
  const bytes = await readBounded(source, path);
  if (!bytes) throw new FileError(path, 'no such file');
  return inFile(path, () => decodeNeuronFile(bytes, place));
}

/**
 * As `readNeuronFile`, for the bytes of a file. Compares the ID with `place`, if given. Throws a
 * `FormatError` without the file name if the bytes contain no neuron.
 */
export function decodeNeuronFile(
  bytes: Uint8Array,
  place: { layer: number; neuron: number } | undefined,
): DecodedNeuron {
  const { raw, text, problems } = parseFile(bytes);
  const decoded = decodeNeuron(raw);
  const ofId = checkId(decoded, place, text);
  return { ...decoded, problems: [...problems, ...ofId, ...decoded.problems] };
}

/** A file's content before decoding. */
interface ParsedFile {
  readonly raw: unknown;
  /** The text without zero bytes at its end. The first value in it was parsed. */
  readonly text: string;
  /** Problems of the whole file, and repeated keys. */
  readonly problems: Problem[];
}

/** The JSON of a file. Throws a `FormatError`. */
export function parseFile(bytes: Uint8Array): ParsedFile {
  if (bytes.length === 0) throw new FormatError('it is empty (0 bytes)', {}, 'empty');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new FormatError('it is compressed by gzip: decompress it first', {}, 'compressed');
  }
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) throw notUtf8(encoding);
  const { content, zeros } = withoutTrailingZeros(bytes);
  if (content.length === 0) throw new FormatError('it contains only zero bytes', {}, 'empty');
  const text = decodeUtf8(content);
  if (text.startsWith('\ufeff')) {
    throw new FormatError(
      'it begins with a byte order mark, which JSON does not allow; save it as UTF-8 without one',
      {},
      'byte-order-mark',
    );
  }
  const lines = linesOf(text);
  if (lines.length === 0) throw new FormatError('it contains only white space', {}, 'empty');
  const ofZeros = zeros > 0 ? [trailingZeros(zeros)] : [];
  try {
    const parsed = parseWithRepeatedKeys(text);
    const ofLines = lines.length > 1 ? [spread(lines.length)] : [];
    const problems = [...ofZeros, ...ofLines, ...repeatedKeys(text, parsed)];
    return { raw: parsed.value, text, problems };
  } catch (error) {
    const first = lines.length > 1 ? attempt(() => parseWithRepeatedKeys(lines[0]!)) : undefined;
    if (!first) throw error;
    const ofKeys = repeatedKeys(text, first, text.indexOf(lines[0]!));
    return { raw: first.value, text, problems: [...ofZeros, onlyFirst(lines.length), ...ofKeys] };
  }
}

/** The lines that are not blank. For one long line, four times as fast as `split`. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push(line);
    start = end + 1;
  }
  return lines;
}

const trailingZeros = (count: number) =>
  problem(
    'trailing-zeros',
    [],
    `After the JSON, the file has ${count} zero ${count === 1 ? 'byte' : 'bytes'}. They are ignored.`,
  );

/** `start` is the position in `text` of the JSON that was parsed. */
function repeatedKeys(text: string, { repeated, repeatedCount }: ParsedJson, start = 0): Problem[] {
  const told = repeated.map(({ path, count, offset }) => {
    const key = JSON.stringify(shorten(String(path.at(-1))));
    const place = describePlace(text, start + offset);
    const [times, dropped] =
      count === 2
        ? ['twice', `the first (${place}) is dropped`]
        : [`${count} times`, `the others are dropped, the first of them at ${place}`];
    return problem(
      'duplicate-key',
      path,
      `The key ${key} occurs ${times} in one object. As in Python, the last value is used; ${dropped}.`,
    );
  });
  const more = repeatedCount - repeated.length;
  if (more > 0) told.push(problem('duplicate-key', [], `${more} more repeated keys.`));
  return told;
}

const spread = (lines: number) =>
  problem(
    'spread-lines',
    [],
    `The JSON is spread over ${lines} lines. The reference only reads files of one line.`,
  );

const onlyFirst = (lines: number) =>
  problem('several-lines', [], `Expected one line, found ${lines}. Only the first is shown.`);

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
