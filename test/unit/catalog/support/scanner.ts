import assert from 'node:assert/strict';
import { buildScanner } from '../../../../buildScanner.js';
import { FileScanner } from '../../../../src/catalog/scan/fileScanner.ts';
import { decodeRow } from '../../../../src/catalog/rows/neuronRow.ts';
import type { NeuronPlace } from '../../../../src/dialects/openai/keys.ts';

let built: Promise<Uint8Array> | undefined;

/** A scanner of the module as its source is now; compiled once in this process, which takes seconds. */
export async function newScanner(context: Mocha.Context): Promise<FileScanner> {
  context.timeout(120_000);
  return FileScanner.create(await (built ??= buildScanner()));
}

/** Asserts that the scanner's row of these bytes is the decoder's. Returns whether it was made without the decoder. */
export function assertSameRow(scanner: FileScanner, file: Uint8Array, place: NeuronPlace): boolean {
  scanner.buffer(file.length).set(file);
  const row = scanner.scan(file.length, place);
  const isFast = !scanner.usedDecoder;
  // What went through the decoder is equal anyway: the case is good for nothing but to show that nothing is thrown.
  if (isFast) assert.deepStrictEqual(row, decodeRow(file, place));
  return isFast;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
