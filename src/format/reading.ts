import type { FileSource } from '../files/fileSource.ts';
import { notUtf8, otherEncoding } from './encoding.ts';
import { FormatError, inFile } from './errors.ts';
import { loads } from './loads.ts';
import { parsePythonJson } from './pythonJson.ts';

/**
 * The reference's reading functions. They return what `loads` returns: a `NeuronSimulationResults`
 * for a valid file. All reject with a `FormatError` that names the file, or with the source's
 * `FileError` if it cannot be read.
 */

/**
 * Decodes the first line of `{layer}/{neuron}.jsonl`. Null if the file is missing or empty; other
 * lines are ignored. Source: the reference's `load_neuron_explanations`.
 */
export async function loadNeuronExplanations(
  source: FileSource,
  explanationsPath: string,
  layerIndex: number | string,
  neuronIndex: number | string,
): Promise<unknown> {
  const path = neuronPath(source, explanationsPath, layerIndex, neuronIndex);
  const bytes = await source.readFile(path);
  if (!bytes || bytes.length === 0) return null;
  const lineEnd = bytes.indexOf(0x0a);
  return inFile(path, () => loads(decodeUtf8(lineEnd < 0 ? bytes : bytes.subarray(0, lineEnd))));
}

/**
 * As `loadNeuronExplanations`, but the file must have exactly one non-empty line. Source: the
 * reference's `load_neuron_explanations_async`.
 */
export function loadNeuronExplanationsAsync(
  source: FileSource,
  explanationsPath: string,
  layerIndex: number | string,
  neuronIndex: number | string,
): Promise<unknown> {
  return readExplanationFile(source, neuronPath(source, explanationsPath, layerIndex, neuronIndex));
}

/**
 * The only non-empty line of a file, as text. Null if there is no such file. Rejects if there is
 * not exactly one such line, or if it is not UTF-8. A byte order mark stays. Source: the
 * reference's `read_file`.
 */
export async function readFile(source: FileSource, path: string): Promise<string | null> {
  const bytes = await source.readFile(path);
  if (!bytes) return null;
  const lines = inFile(path, () => decodeUtf8(bytes))
    .split('\n')
    .filter((line) => line.length > 0);
  if (lines.length === 1) return lines[0]!;
  throw new FormatError(
    `expected exactly one non-empty line, found ${lines.length === 0 ? 'none' : lines.length}`,
    { file: path },
  );
}

/**
 * The only non-empty line of a file, decoded by `loads`. Null if there is no such file. Source: the
 * reference's `read_explanation_file`.
 */
export async function readExplanationFile(source: FileSource, path: string): Promise<unknown> {
  const line = await readFile(source, path);
  return line === null ? null : inFile(path, () => loads(line));
}

/**
 * The only non-empty line of a file, as plain JSON. Null if there is no such file. Source: the
 * reference's `read_json_file`.
 */
export async function readJsonFile(source: FileSource, path: string): Promise<unknown> {
  const line = await readFile(source, path);
  return line === null ? null : inFile(path, () => parsePythonJson(line));
}

/** The path of a neuron file in an explanation directory. */
export function neuronPath(
  source: FileSource,
  explanationsPath: string,
  layer: number | string,
  neuron: number | string,
): string {
  return source.join(explanationsPath, String(layer), `${neuron}.jsonl`);
}

/** Strict UTF-8; a byte order mark stays. Throws a `FormatError`. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const isText = !(error instanceof TypeError);
    const encoding = otherEncoding(bytes);
    if (encoding !== undefined) throw notUtf8(encoding);
    throw new FormatError(
      isText ? 'it is too large for one string' : 'it is not UTF-8 text',
      {},
      isText ? 'too-large' : 'not-utf8',
    );
  }
}
