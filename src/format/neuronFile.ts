import { FileError, type FileSource, readBounded } from '../files/fileSource.ts';
import { checkId } from './check.ts';
import { type DecodedNeuron, decodeNeuron } from './decode.ts';
import { FormatError, inFile } from './errors.ts';
import { type Problem, problem } from './problem.ts';
import { parsePythonJson } from './pythonJson.ts';
import { decodeUtf8 } from './reading.ts';

/**
 * Reads a neuron's file as the extension shows it: all that is good of it, and a list of problems.
 *
 * More forgiving than the seed's functions, which it mentions where they would refuse the file: of several lines the first counts,
 * JSON may spread over lines, values may have wrong types (`decodeNeuron`). `place` is the layer and neuron that the path says.
 * Rejects with a `FormatError` or a `FileError`, both naming the file, where there is no neuron to be had from it.
 */
export async function readNeuronFile(
  source: FileSource,
  path: string,
  place: { layer: number; neuron: number },
): Promise<DecodedNeuron> {
  const bytes = await readBounded(source, path);
  if (!bytes) throw new FileError(path, 'there is no such file');
  return inFile(path, () => decodeNeuronFile(bytes, place));
}

/**
 * What `readNeuronFile` gives for a file of these bytes. Its id is compared with `place`, if its path says one. Throws a `FormatError`,
 * which names no file, where there is no neuron to be had from them.
 */
export function decodeNeuronFile(
  bytes: Uint8Array,
  place: { layer: number; neuron: number } | undefined,
): DecodedNeuron {
  const { raw, problems } = parseFile(bytes);
  const decoded = decodeNeuron(raw);
  const ofId = place ? checkId(decoded.neuron, place.layer, place.neuron) : [];
  return { ...decoded, problems: [...problems, ...ofId, ...decoded.problems] };
}

/** The JSON of a file, and what is unusual about the file as a whole. Throws a `FormatError`. */
export function parseFile(bytes: Uint8Array): { raw: unknown; problems: Problem[] } {
  if (bytes.length === 0) throw new FormatError('it is empty (0 bytes)', {}, 'empty');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new FormatError('it is compressed by gzip: decompress it first', {}, 'compressed');
  }
  const text = decodeUtf8(bytes);
  if (text.startsWith('\ufeff')) {
    throw new FormatError(
      'it begins with a byte order mark, which JSON does not allow: save it as UTF-8 without one',
      {},
      'byte-order-mark',
    );
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new FormatError('it holds nothing but white space', {}, 'empty');
  try {
    return { raw: parsePythonJson(text), problems: lines.length > 1 ? [spread(lines.length)] : [] };
  } catch (error) {
    const first = lines.length > 1 ? attempt(() => parsePythonJson(lines[0]!)) : undefined;
    if (!first) throw error;
    return { raw: first.value, problems: [onlyFirst(lines.length)] };
  }
}

const spread = (lines: number) =>
  problem(
    'spread-lines',
    [],
    `The JSON is spread over ${lines} lines, and the reference reads files of one line only.`,
  );

const onlyFirst = (lines: number) =>
  problem('several-lines', [], `Expected one line, found ${lines}. Only the first is shown.`);

function attempt<T>(run: () => T): { value: T } | undefined {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
