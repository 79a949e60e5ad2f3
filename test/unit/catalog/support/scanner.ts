import assert from 'node:assert/strict';
import { buildScanner } from '../../../../buildScanner.js';
import { FileScanner } from '../../../../src/catalog/scan/fileScanner.ts';
import { decodeRow } from '../../../../src/catalog/rows/decodeRow.ts';
import type { NeuronPlace } from '../../../../src/dialects/openai/keys.ts';

let built: Promise<Uint8Array> | undefined;

/** A scanner from the current source. Compiling takes seconds, so it is done once per process. */
export async function newScanner(context: Mocha.Context): Promise<FileScanner> {
  context.timeout(120_000);
  return FileScanner.create(await (built ??= buildScanner()));
}

/** The scanner's row must equal the decoder's. Returns whether the scanner made it alone. */
export function assertSameRow(scanner: FileScanner, file: Uint8Array, place: NeuronPlace): boolean {
  scanner.buffer(file.length).set(file);
  const row = scanner.scan(file.length, place);
  const isFast = !scanner.usedDecoder;
  // A row by the decoder is equal anyway: then the case only shows that nothing is thrown.
  if (isFast) assert.deepStrictEqual(row, decodeRow(file, place));
  return isFast;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
