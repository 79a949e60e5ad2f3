import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { breakBytes } from './support/brokenBytes.ts';
import { OddNeuron } from './support/oddNeuron.ts';
import { illegalNumbers, legalNumbers, outOfPlace, structural } from './support/oddTexts.ts';
import { listNeuron } from './support/listNeuron.ts';
import { assertSameRow, newScanner, utf8 } from './support/scanner.ts';
import { Tape } from './support/tape.ts';

const place = { layer: 5, neuron: 131 };
/** NEURON_EXPLANATIONS_CASES=100 runs a hundred times as many cases, with another seed. */
const times = Number(process.env['NEURON_EXPLANATIONS_CASES'] ?? 1);

describe('the scanner and random files', function () {
  this.timeout(240_000 * Math.max(1, times));
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

  it('valid ones, in all spellings, without the decoder', () => {
    check(800, 1200, (tape) => utf8(new OddNeuron(tape, 0).text()));
    assert.ok(fast > 600 * times, `only ${fast} without the decoder`);
  });

  it('ones with some faults', () => {
    check(1500, 1200, (tape) => utf8(new OddNeuron(tape, tape.pick([50, 150, 500])).text()));
    assert.ok(fast > 200 * times, `only ${fast} without the decoder`);
  });

  it('valid ones with changed bytes', () => {
    check(1500, 1200, (tape) => breakBytes(tape, utf8(new OddNeuron(tape, 0).text())));
    assert.ok(fast > 150 * times, `only ${fast} without the decoder`);
  });

  it('changed lists of numbers', () => {
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
