import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import type { NeuronPlace } from '../../../src/dialects/openai/keys.ts';
import { root } from '../../host/paths.ts';
import { sharedOrSkip } from '../../host/skip.ts';
import * as raw from '../format/rawNeuron.ts';
import { illegalNumbers, legalNumbers, noNumbers, outOfPlace } from './support/oddTexts.ts';
import { listNeuron } from './support/listNeuron.ts';
import { assertSameRow, newScanner, utf8 } from './support/scanner.ts';

const place = { layer: 3, neuron: 14 };

describe('the scanner', () => {
  let scanner: FileScanner;

  before(async function () {
    scanner = await newScanner(this);
  });

  const isFast = (text: string, at = place) => assertSameRow(scanner, utf8(text), at);
  const withScores = (score: string) =>
    JSON.stringify(raw.neuron()).replaceAll(/(?<=_score":)[\d.]+/g, score);
  const spaced = (value: unknown) =>
    JSON.stringify(value, undefined, 1)
      .replace(/\n */g, ' ')
      .replace(/([[{]) | ([\]}])/g, '$1$2');

  describe('needs no decoder', () => {
    it('for the sample', () => {
      assert.equal(slowOnes(scanner, join(root, 'samples/explanations')).join(), '');
    });

    it('for real neurons (needs shared/data)', function () {
      assert.equal(
        slowOnes(scanner, sharedOrSkip(this, 'data/gpt2-xl-paper/explanations')).join(),
        '',
      );
    });

    it('for what the reference writes (needs shared/data)', function () {
      assert.equal(
        slowOnes(scanner, sharedOrSkip(this, 'data/reference-run/explanations')).join(),
        '',
      );
    });

    it('for both generations and both spellings', () => {
      for (const neuron of [raw.neuron(), raw.secondGeneration(raw.neuron())]) {
        assert.ok(isFast(JSON.stringify(neuron)));
        assert.ok(isFast(spaced(neuron)));
        assert.ok(isFast(`\n ${spaced(neuron)}\r\n\n`));
      }
    });

    it('for scores that are null, absent, NaN, infinite or of any size', () => {
      for (const score of ['null', 'NaN', 'Infinity', '-Infinity', ...legalNumbers]) {
        const text = JSON.stringify(raw.neuron()).replaceAll('0.75,', `${score},`);
        assert.ok(isFast(text), score);
      }
      assert.ok(
        isFast(JSON.stringify(raw.neuronOfSimulation({ scored_sequence_simulations: [] }))),
      );
    });

    it('for scores that are words of numbers that are not finite', () => {
      for (const word of ['nan', 'NaN', 'inf', '-inf', 'Infinity', '-Infinity'])
        assert.ok(isFast(withScores(`"${word}"`)), word);
    });

    it('for files full of them', () => {
      const folder = join(root, 'test/fixtures/cases/nan-strings/explanations');
      assert.equal(slowOnes(scanner, folder).join(), '');
    });

    it('for lists with null, NaN and infinities', () => {
      for (const number of noNumbers) {
        const numbers = ['0.5', number, '1e-05'];
        for (const rows of [false, true]) {
          for (const spaced of [false, true]) {
            assert.ok(
              isFast(listNeuron(numbers, { spaced, rows }).text, { layer: 5, neuron: 131 }),
            );
          }
        }
      }
    });

    it('for texts with escapes and beyond ASCII', () => {
      for (const text of ['"\\', '\n\t\u0000', 'é—😀', '\ufeff a', '\ud800', ' ', '']) {
        assert.ok(
          isFast(
            JSON.stringify(
              raw.neuron({ scored_explanations: [raw.explanation({ explanation: text })] }),
            ),
          ),
        );
      }
    });
  });

  it('leaves repeated keys to the decoder, wherever they are', () => {
    const neuron = JSON.stringify(raw.neuron());
    const twice = (key: string) => neuron.replace(`"${key}":`, `"${key}":0,"${key}":`);
    for (const key of ['neuron_id', 'layer_index', 'explanation', 'tokens', 'rsquared_score'])
      assert.ok(!isFast(twice(key)), key);
    const withResponse = (response: string) =>
      neuron.replaceAll('"tokens":', `"response":${response},"tokens":`);
    const names = (count: number) =>
      `{${Array.from({ length: count }, (_, i) => `"name${i}":${i}`).join()}}`;
    for (const good of ['{"a":1,"b":{"a":1},"c":{"a":2}}', '[{"a":1},{"a":1}]', names(256)])
      assert.ok(isFast(withResponse(good)), good);
    const bad = ['{"a":1,"a":1}', '[{"b":{"a":1,"c":2,"a":1}}]', '{"a":1,"\\u0061":1}', names(257)];
    for (const response of bad) assert.ok(!isFast(withResponse(response)), response);
  });

  it('counts sequences and tokens, of lists of any length', () => {
    for (let tokens = 0; tokens < 300; tokens += tokens < 70 ? 1 : 23) {
      for (const write of [JSON.stringify, spaced]) {
        assert.ok(isFast(write(neuronOfTokens(tokens, tokens, tokens, tokens))), String(tokens));
        assert.ok(
          !isFast(write(neuronOfTokens(tokens, tokens + 1, tokens, tokens))),
          String(tokens),
        );
        assert.ok(
          !isFast(write(neuronOfTokens(tokens, tokens, tokens + 1, tokens))),
          String(tokens),
        );
        assert.ok(
          !isFast(write(neuronOfTokens(tokens, tokens, tokens, tokens + 1))),
          String(tokens),
        );
      }
    }
  });

  it('leaves rare words for scores, and other texts, to the decoder', () => {
    for (const text of ['NAN', '+inf', 'INFINITY', '', '0.5', 'none', 'na\\u006e', 'nan ', '-nan'])
      assert.ok(!isFast(withScores(`"${text}"`)), text);
  });

  it('leaves bad files to the decoder', () => {
    const folder = join(root, 'test/fixtures/bad');
    const good = ['1/0.jsonl', '1/9.jsonl'].map((name) => join(folder, name));
    const fast = files(folder).filter((path) => !slow(scanner, path));
    assert.deepEqual(fast, good);
  });

  it('leaves only what is too deep to the decoder', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? null : raw.uncalibrated({ uncalibrated_simulation: nested(depth - 1) });
    const at = (depth: number, response: unknown) =>
      JSON.stringify(
        raw.neuronOfSequence(
          raw.sequence({
            simulation: raw.simulation({ response, uncalibrated_simulation: nested(depth) }),
          }),
        ),
      );
    assert.ok(isFast(at(4, 0)));
    assert.ok(!isFast(at(5, 0)));
    const lists = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    assert.ok(isFast(at(1, lists(64))));
    assert.ok(!isFast(at(1, lists(600))));
    assert.ok(!isFast(at(1, lists(490))));
  });

  it('leaves more explanations than it has room for to the decoder', () => {
    const neuron = (count: number) => {
      const simulation = { scored_sequence_simulations: [], ev_correlation_score: 0.5 };
      const each = (_: unknown, i: number) =>
        raw.explanation({ explanation: ` ${i}`, scored_simulation: simulation });
      return JSON.stringify(
        raw.neuron({ scored_explanations: Array.from({ length: count }, each) }),
      );
    };
    assert.ok(isFast(neuron(512)));
    assert.ok(!isFast(neuron(513)));
  });

  it('takes the ID from the file name alone', () => {
    const text = (layer: string) =>
      JSON.stringify(raw.neuron()).replace('"layer_index":3', `"layer_index":${layer}`);
    assert.ok(isFast(text('999999999'), { layer: 999_999_999, neuron: 14 }));
    for (const layer of [
      '3.0',
      '4',
      '03',
      '-3',
      '30e-1',
      '4294967299',
      '1000000000',
      'NaN',
      'null',
      '"3"',
    ]) {
      assert.ok(!isFast(text(layer)), layer);
    }
    assert.ok(!isFast(text('3'), { layer: 3, neuron: 15 }));
    assert.ok(!isFast(text('3'), { layer: 2 ** 32 + 3, neuron: 14 }));
  });

  it('has a buffer of any size, one after the other', () => {
    const small = utf8(JSON.stringify(raw.neuron()));
    const large = utf8(JSON.stringify(neuronOfTokens(10_000, 10_000, 10_000, 10_000)));
    for (const file of [small, large, small]) assert.ok(assertSameRow(scanner, file, place));
    // What an earlier file left behind the end is not looked at.
    for (let length = 0; length < small.length; length += 7) {
      scanner.buffer(small.length).set(small);
      assert.deepStrictEqual(
        scanner.scan(length, place),
        decodeRow(small.subarray(0, length), place),
      );
    }
    assert.throws(() => scanner.scan(small.length + 1, place), RangeError);
  });

  for (const rows of [false, true]) {
    describe(rows ? 'and lists of rows' : 'and lists of numbers', () => {
      const at131 = { layer: 5, neuron: 131 };
      const others = ['0.5', '-10', '7', '0.25'];
      for (const spaced of [false, true]) {
        it(`treats every number like the decoder, anywhere, ${spaced ? 'spaced' : 'compact'}`, () => {
          for (const odd of [...legalNumbers, ...illegalNumbers, ...noNumbers, ...outOfPlace]) {
            for (let before = 0; before < 72; before++) {
              for (const after of outOfPlace.includes(odd) ? [others, []] : [others]) {
                const numbers = [...padding(before), odd, ...after];
                const { text } = listNeuron(numbers, { spaced, rows });
                const fast = isFast(text, at131);
                if (legalNumbers.includes(odd)) assert.ok(fast, odd);
              }
            }
          }
        });
      }
    });
  }
});

/** Numbers that take so many characters more or less. */
function padding(length: number): string[] {
  return length < 3 ? ['7'.repeat(length + 1)] : [`0.${'1'.repeat(length - 2)}`, '12', '-0.5'];
}

function neuronOfTokens(
  tokens: number,
  expected: number,
  rows: number,
  activations: number,
): unknown {
  const list = (length: number) => Array.from({ length }, (_, i) => i / 8);
  const listOfRows = Array.from({ length: rows }, (_, i) => list(i % 3));
  const simulation = raw.simulation({
    tokens: list(tokens).map(String),
    expected_activations: list(expected),
    distribution_values: listOfRows,
    distribution_probabilities: listOfRows,
  });
  const sequence = raw.sequence({ simulation, true_activations: list(activations) });
  return raw.neuronOfSequence(sequence);
}

function files(folder: string): string[] {
  return globSync(join(folder, '*/*.jsonl')).sort();
}

function slow(scanner: FileScanner, path: string): boolean {
  const at: NeuronPlace = {
    layer: Number(basename(dirname(path))),
    neuron: parseInt(basename(path), 10),
  };
  return !assertSameRow(scanner, readFileSync(path), at);
}

/** The files of an explanation directory that take the decoder. */
function slowOnes(scanner: FileScanner, folder: string): string[] {
  const all = files(folder);
  assert.ok(all.length > 0);
  return all.filter((path) => slow(scanner, path));
}
