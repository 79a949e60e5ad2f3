import assert from 'node:assert/strict';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { randomFrom } from '../../bench/data/choose.ts';
import { fullFiles, fullSize, planFull } from '../../bench/data/full.ts';
import { madeUpEntries } from '../../bench/data/rows.ts';
import { explanationText } from '../../bench/data/texts.ts';
import { wideFile, wideSize } from '../../bench/data/wide.ts';

// Benchmarks only mean something on data like real data, without problems.
describe('the data of the benchmarks', () => {
  it('has neurons of about 300 KB that decode to what was planned, in both spellings', () => {
    for (const layer of [0, 1]) {
      const fileOf = fullFiles(layer, 1);
      for (let neuron = 0; neuron < fullSize.neurons; neuron += 100) {
        const bytes = fileOf(neuron);
        const { explanations } = planFull(layer, neuron);
        const size = bytes.length / explanations.length;
        assert.ok(size > 200_000 && size < 400_000, `${size} bytes an explanation`);
        const row = decodeRow(bytes, { layer, neuron });
        assert.deepEqual(row.problems, []);
        assert.deepEqual(
          row.explanations.map(({ text, sequences, tokens }) => [text, sequences, tokens]).sort(),
          explanations.map(({ text }) => [text, 10, 640]).sort(),
        );
      }
    }
  });

  it('has scores that are missing and scores that are undefined', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => planFull(0, i).explanations[0]!.score);
    const missing = scores.filter((score) => score === null).length;
    const undefinedOnes = scores.filter((score) => Number.isNaN(score)).length;
    for (const count of [missing, undefinedOnes]) assert.ok(count >= 2 && count <= 25, `${count}`);
  });

  it('has rows without files that equal those of the small files', () => {
    for (const { layer, neuron, row } of madeUpEntries(3 * wideSize.neurons)) {
      if (neuron % 640 !== 0) continue;
      assert.deepEqual(decodeRow(wideFile(layer, neuron), { layer, neuron }), row);
    }
  });

  it('has explanations as long and of as many words as 16,517 real ones', () => {
    const texts = Array.from({ length: 16_517 }, (_, i) => explanationText(randomFrom(i)));
    const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
    const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu)!));
    const spaced = texts.filter((text) => text.startsWith(' ')).length / texts.length;
    // The real ones: 54 characters, up to 162, 6,392 words, 98 % different, 68 % after a space.
    assert.ok(Math.abs(lengths[8258]! - 54) <= 2, `median ${lengths[8258]}`);
    assert.ok(lengths.at(-1)! <= 162 && lengths.at(-1)! >= 140, `longest ${lengths.at(-1)}`);
    assert.ok(Math.abs(words.size - 6392) <= 600, `${words.size} words`);
    assert.ok(new Set(texts).size > 0.95 * texts.length);
    assert.ok(Math.abs(spaced - 0.68) < 0.02, `${spaced}`);
  });
});
