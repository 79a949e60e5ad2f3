import assert from 'node:assert/strict';
import type { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { headSize, provisionalRow, tailSize } from '../../../src/catalog/rows/provisionalRow.ts';
import { checkFile } from '../../../src/check/checkFile.ts';
import type { DecodedNeuron } from '../../../src/format/decode.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { loads } from '../../../src/format/loads.ts';
import { locateAll } from '../../../src/format/locate.ts';
import { decodeNeuronFile, parseFile } from '../../../src/format/neuronFile.ts';
import { problemKinds } from '../../../src/format/problemCodes.ts';
import { decodeUtf8 } from '../../../src/format/reading.ts';
import { decodeSibling } from '../../../src/format/siblingFile.ts';
import { siblingKinds } from '../../../src/format/siblingPaths.ts';
import { relatedData } from '../../../src/neuron/host/relatedDataContent.ts';
import { assertSameRow } from '../catalog/support/scanner.ts';
import { place } from './hostileFiles.ts';
import { assertCarried } from './messages.ts';

/** The result of `run`; undefined for an error of the format. Other errors are thrown. */
export function orRefused<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    assert.notEqual(error.reason, '');
    assert.ok(error.code in problemKinds, error.code);
    return undefined;
  }
}

/** The decoder returns typed values, and problems with positions, or an error of its own. */
export function checkDecoder(bytes: Uint8Array): DecodedNeuron | undefined {
  const text = orRefused(() => decodeUtf8(bytes));
  const decoded = orRefused(() => decodeNeuronFile(bytes, place));
  if (text !== undefined) {
    orRefused(() => loads(text));
    orRefused(() => loads(text, { strict: true }));
  }
  if (!decoded) return undefined;
  assertTyped(decoded);
  const { problems } = decoded;
  const places = locateAll(
    text ?? '',
    problems.map(({ path }) => path),
  );
  for (const [i, { message, code }] of problems.entries()) {
    assert.ok(code in problemKinds);
    assert.notEqual(message, '');
    assert.ok(message.length < 1000, `a message of ${message.length} characters`);
    const { start, end } = places[i]!;
    assert.ok(start >= 0 && end <= bytes.length);
  }
  return decoded;
}

function assertTyped({ neuron }: DecodedNeuron): void {
  const isScore = (value: unknown) => value === null || typeof value === 'number';
  const areNumbers = (list: readonly unknown[]) => list.every((each) => typeof each === 'number');
  for (const { explanation, scoredSimulation } of neuron.scoredExplanations) {
    assert.equal(typeof explanation, 'string');
    assert.ok(isScore(scoredSimulation.evCorrelationScore));
    for (const sequence of scoredSimulation.scoredSequenceSimulations) {
      const { simulation } = sequence;
      assert.ok(isScore(sequence.evCorrelationScore) && isScore(sequence.rsquaredScore));
      assert.ok(simulation.tokens.every((token) => typeof token === 'string'));
      assert.ok(areNumbers(sequence.trueActivations) && areNumbers(simulation.expectedActivations));
      assert.ok(simulation.distributionValues.every(areNumbers));
      assert.ok(simulation.distributionProbabilities.every(areNumbers));
    }
  }
}

/** The scanner's row equals the decoder's, or both refuse. A provisional row never throws. */
export function checkScanner(scanner: FileScanner, bytes: Uint8Array): void {
  assertSameRow(scanner, bytes, place);
  const row = decodeRow(bytes, place);
  assertRow(row, bytes);
  const guess = provisionalRow(bytes.subarray(0, headSize), bytes.subarray(-tailSize));
  if (guess) assertRow(guess, bytes);
}

function assertRow(row: NeuronRow, bytes: Uint8Array): void {
  const decoded = orRefused(() => decodeNeuronFile(bytes, place));
  // A row has a fault of the program's own where it has one of the file's, too.
  if (row.failure !== undefined) assert.equal(decoded, undefined, row.failure);
  for (const problem of row.problems) {
    assert.doesNotMatch(problem, /[\r\n]/);
    assert.ok(problem.length < 2000, `a problem of ${problem.length} characters`);
  }
  for (const { text, scores } of row.explanations) {
    assert.ok(text.isWellFormed());
    for (const score of scores) assert.ok(score === null || typeof score === 'number');
  }
}

/** All that is wrong in a file has a place in it. */
export function checkCheck(bytes: Uint8Array): void {
  const { findings, counts } = checkFile(bytes, place);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  assert.ok(findings.length <= total);
  const decoded = orRefused(() => decodeNeuronFile(bytes, place));
  if (!decoded) assert.ok(total > 0);
  const lines = (orRefused(() => decodeUtf8(bytes)) ?? '').split(/\n|\r\n?/);
  for (const { start, end, message } of findings) {
    assert.ok(message.length < 1000, `a message of ${message.length} characters`);
    assert.ok(start.line >= 0 && start.column >= 0 && start.line < Math.max(1, lines.length));
    assert.ok(end.line > start.line || end.column >= start.column);
  }
}

/** Files beside the explanations: read as each kind there is. */
export function checkSiblings(bytes: Uint8Array): void {
  orRefused(() => parseFile(bytes));
  for (const kind of siblingKinds) {
    const decoded = orRefused(() => decodeSibling(kind, bytes));
    if (decoded) assertCarried(relatedData(decoded, 'a/b.json', () => undefined));
  }
}
