import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { listLayers, listNeurons } from '../../../src/format/directories.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { headSize, provisionalRow, tailSize } from '../../../src/catalog/rows/provisionalRow.ts';
import { neuronText, simpleNeuron } from './support/neuronText.ts';

const samples = join(import.meta.dirname, '../../../samples/explanations');
const encoder = new TextEncoder();

function guess(bytes: Uint8Array) {
  return provisionalRow(bytes.subarray(0, headSize), bytes.subarray(-tailSize));
}

const guessText = (text: string) => guess(encoder.encode(text))?.explanations[0];

/** What a guess is to be equal to in an exact row: it knows no counts. */
function told(row: ReturnType<typeof guess>) {
  return row?.explanations.map((each) => ({ ...each, sequences: 0, tokens: 0 }));
}

/** In the spelling of the public files: a space after `,` and `:`, and ASCII only. */
function spaced(json: string): string {
  const strings = /"(?:[^"\\]|\\.)*"|[,:]/g;
  return json
    .replace(strings, (part) => (part.length === 1 ? `${part} ` : part))
    .replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const long = (text: string, tokens: string[] = []) =>
  neuronText('5:131', [{ text, scores: [0.75, -0.5, NaN], sequences: [{ tokens }, {}] }]);

describe('the provisional row', () => {
  it('equals the exact one of each sample with one explanation', async () => {
    let compared = 0;
    for (const { layer, name } of await listLayers(localFileSource, samples)) {
      for (const file of await listNeurons(localFileSource, join(samples, name))) {
        const bytes = readFileSync(join(samples, name, file.name));
        const exact = decodeRow(bytes, { layer, neuron: file.neuron });
        if (exact.explanations.length !== 1) continue;
        assert.deepEqual(told(guess(bytes)), told(exact), `${name}/${file.name}`);
        const other = encoder.encode(spaced(bytes.toString()));
        assert.deepEqual(told(guess(other)), told(exact), `${name}/${file.name}, public spelling`);
        compared++;
      }
    }
    assert.ok(compared >= 10, String(compared));
  });

  it('has the text and scores of both spellings, however long the file', () => {
    const tokens = Array<string>(2000).fill('token');
    const text = ' é “quoted” \\ and\ttab';
    for (const spelling of [long(text, tokens), spaced(long(text, tokens))]) {
      const bytes = encoder.encode(spelling);
      const exact = decodeRow(bytes, { layer: 5, neuron: 131 });
      assert.equal(exact.explanations[0]?.text, text);
      assert.deepEqual(told(guess(bytes)), told(exact));
    }
  });

  it('has the field names of the second generation', () => {
    const former = long(' a text').replace('"explanation"', '"explanation_or_baseline"');
    assert.equal(guessText(former)?.text, ' a text');
  });

  it('decodes markup and escapes', () => {
    for (const text of ['<script>alert(1)</script>', 'a\nb\r\u0000', '\\', '"', '\\"', '😀'])
      for (const spelling of [long(text), spaced(long(text))])
        assert.equal(guessText(spelling)?.text, text);
    const lone = long('?').replace('"?"', String.raw`"a\ud800"`);
    assert.equal(guessText(lone)?.text, 'a\\ud800');
  });

  it('does not take a text for a key', () => {
    for (const text of ['"explanation": "no"', '", "explanation": "no', '\\"explanation":"no"'])
      for (const spelling of [long(text), spaced(long(text))])
        assert.equal(guessText(spelling)?.text, text);
  });

  it('has no score if the end of the file has none', () => {
    const cut = long(' a text').slice(0, -200);
    for (const text of [
      cut,
      simpleNeuron('5:131', ' a text', 0.5),
      `${long(' a text')}${' '.repeat(tailSize)}`,
    ])
      assert.deepEqual(told(guess(encoder.encode(text))), [
        {
          text: ' a text',
          scores: [null, null, null],
          sequences: 0,
          tokens: 0,
        },
      ]);
  });

  it('does not take the scores of a sequence for those of all', () => {
    const text = neuronText('5:131', [
      { text: ' a', scores: [], sequences: [{ scores: [1, 1, 1] }] },
    ]);
    assert.equal(guessText(text)?.scores[0], null);
  });

  it('has the scores of all kinds', () => {
    const scores = [null, NaN, Infinity, -Infinity, 0, -0.25, 1e-7, 0.5];
    for (const score of scores) {
      const text = neuronText('5:131', [{ scores: [score, score, score], sequences: [{}] }]);
      assert.deepEqual(guessText(text)!.scores, [score, score, score]);
    }
  });

  it('reads scores that are words, like the decoder', () => {
    const words = ['nan', 'NaN', 'inf', '-inf', 'Infinity', '-Infinity', 'NAN', '+inf', 'none', ''];
    for (const word of words) {
      const text = neuronText('5:131', [{ scores: [word, 0.5, word], sequences: [{}] }]);
      const [exact] = decodeRow(encoder.encode(text), { layer: 5, neuron: 131 }).explanations;
      const { scores } = guessText(text) ?? assert.fail(word);
      // A word that is no number is missing. Text that cannot be a score ends the guess.
      if (word === '') assert.deepEqual(scores.slice(0, 2), [null, null]);
      else assert.deepEqual(scores, exact!.scores, word);
    }
  });

  it('does not exist if the start of the file has no explanation', () => {
    const heads = [
      '',
      'layer,neuron\n5,131\n',
      '{"neuron_id":{"layer_index":5},"scored_explanations":[]}',
      '{"explanation":null}',
      '{"explanation":"cut off',
      String.raw`{"explanation":"\x"}`,
      '{"explanation":"line\nbreak"}',
      `{"tokens":"${'x'.repeat(headSize)}","explanation":"too late"}`,
    ];
    for (const text of heads)
      assert.equal(guess(encoder.encode(text)), undefined, text.slice(0, 40));
    const zipped = Uint8Array.of(0x1f, 0x8b, 8, 0, 255, 254);
    assert.equal(guess(zipped), undefined);
  });

  it('has neither counts nor problems', () => {
    const { explanations, ...rest } = guess(encoder.encode(long(' a text')))!;
    assert.deepEqual([explanations[0]?.sequences, explanations[0]?.tokens], [0, 0]);
    assert.deepEqual(rest, { failure: undefined, problems: [], problemCount: 0 });
  });
});
