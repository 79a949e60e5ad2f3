import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileScanner } from '../../../src/catalog/fileScanner.ts';
import { OddNeuron } from './support/oddNeuron.ts';
import {
  illegalBytes,
  illegalNumbers,
  legalNumbers,
  outOfPlace,
  structural,
} from './support/oddTexts.ts';
import { listNeuron } from './support/listNeuron.ts';
import { assertSameRow, newScanner, utf8 } from './support/scanner.ts';
import { Tape } from './support/tape.ts';

const place = { layer: 5, neuron: 131 };
/** More cases than a test run has time for: NEURON_EXPLANATIONS_CASES=100 makes a hundred times as many, of another seed. */
const times = Number(process.env['NEURON_EXPLANATIONS_CASES'] ?? 1);

describe('the scanner and random files', function () {
  this.timeout(30_000 * Math.max(1, times));
  let scanner: FileScanner;
  let fast = 0;

  before(async function () {
    scanner = await newScanner(this);
  });
  beforeEach(() => (fast = 0));

  /** Holds the scanner against the decoder on cases that are made from tapes. */
  function check(cases: number, length: number, make: (tape: Tape) => Uint8Array): void {
    const tapes = fc.uint16Array({ minLength: length, maxLength: length });
    const property = fc.property(tapes, (numbers) => {
      if (assertSameRow(scanner, make(new Tape(numbers)), place)) fast++;
    });
    fc.assert(property, { seed: 20_230_509 + times, numRuns: cases * times });
  }

  it('good ones, in all the ways to write them, which need no decoder', () => {
    check(800, 1200, (tape) => utf8(new OddNeuron(tape, 0).text()));
    assert.ok(fast > 600 * times, `only ${fast} without the decoder`);
  });

  it('ones with a fault here and there', () => {
    check(1500, 1200, (tape) => utf8(new OddNeuron(tape, tape.pick([50, 150, 500])).text()));
    assert.ok(fast > 200 * times, `only ${fast} without the decoder`);
  });

  it('good ones with bytes changed', () => {
    check(1500, 1200, (tape) => mutate(tape, utf8(new OddNeuron(tape, 0).text())));
    assert.ok(fast > 150 * times, `only ${fast} without the decoder`);
  });

  it('lists of numbers with something changed in them', () => {
    check(3000, 400, (tape) => {
      const spaced = tape.oneIn(2);
      const rows = tape.oneIn(2);
      const numbers = Array.from({ length: 3 + tape.below(60) }, () =>
        tape.pick(legalNumbers.slice(0, tape.pick([8, 10]))),
      );
      const good = listNeuron(numbers, { spaced, rows });
      if (tape.oneIn(10)) return utf8(good.text);
      const at = good.start + tape.below(good.end - good.start);
      const odd = tape.pick([illegalNumbers, outOfPlace, structural, legalNumbers]);
      return utf8(good.text.slice(0, at) + tape.pick(odd) + good.text.slice(at + tape.below(3)));
    });
    assert.ok(fast > 300 * times, `only ${fast} without the decoder`);
  });

  it('random bytes', () => {
    check(300, 100, (tape) => Uint8Array.from(tape.list(60, () => tape.below(256))));
  });
});

function mutate(tape: Tape, file: Uint8Array): Uint8Array {
  const bytes = [...file];
  const at = tape.below(bytes.length + 1);
  switch (tape.below(9)) {
    case 0:
      return file;
    case 1:
      return file.subarray(0, at);
    case 2:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << tape.below(8));
      break;
    case 3:
      bytes.splice(at, 1 + tape.below(3));
      break;
    case 4:
      bytes.splice(at, tape.below(2), ...utf8(tape.pick(structural)));
      break;
    case 5:
      bytes.splice(at, tape.below(2), ...tape.pick(illegalBytes));
      break;
    case 6:
      bytes.splice(at, 0, ...bytes.slice(tape.below(at + 1), at));
      break;
    case 7:
      bytes.unshift(
        ...tape.pick([[0xef, 0xbb, 0xbf], [0x1f, 0x8b], [0x0a], [0x20, 0x0d], [0], [0x0b]]),
      );
      break;
    default:
      bytes.push(
        ...tape.pick([
          utf8('\n'),
          utf8('\n\n \t\r\n'),
          utf8('\n{}'),
          utf8('x'),
          utf8('\0'),
          utf8('\u00a0'),
          file,
        ]),
      );
  }
  return Uint8Array.from(bytes);
}
