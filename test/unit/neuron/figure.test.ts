import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cellsOf,
  fit,
  placeTokens,
  visible,
  wrap,
} from '../../../src/neuron/page/figure/layout.ts';
import { element, escapeXml } from '../../../src/neuron/page/figure/svg.ts';
import { sequenceOf } from '../../../src/neuron/contract/contract.ts';

const seeded = { seed: 20230509 };
const tokenOf = (text: string) => ({ text, box: null, bar: null });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(' word', '\n', ' ', '', '漢字', ' 👩‍💻', 'x'.repeat(300)),
);

describe('the tokens of a figure', () => {
  it('are each within a line, in order, without overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 60 }),
        fc.integer({ min: 4, max: 80 }),
        (texts, columns) => {
          const { tokens, lines } = placeTokens(texts.map(tokenOf), columns);
          assert.deepEqual(
            tokens.map(({ token }) => token.text),
            texts,
          );
          let [line, end] = [0, 0];
          for (const token of tokens) {
            assert.equal(token.cells, cellsOf(token.text));
            assert.ok(token.column + token.cells <= columns, 'it goes beyond its line');
            assert.ok(token.line > line ? token.column === 0 : token.column === end);
            assert.ok(token.line < lines);
            [line, end] = [token.line, token.column + token.cells];
          }
        },
      ),
      seeded,
    );
  });

  it('stay together within words, and wrap at line breaks', () => {
    const { tokens } = placeTokens([' un', 'believ', 'able', ' sea', '\n', 'x'].map(tokenOf), 14);
    assert.deepEqual(
      tokens.map(({ line }) => line),
      [0, 0, 0, 1, 1, 2],
    );
  });

  it('show invisible characters, and plain spaces', () => {
    const shown = [' a b', '\n', '\t', '', '\u200b', '\0', '\ufffd'].map(visible);
    assert.deepEqual(shown, [' a b', '↵', '→', '∅', '\\u200b', '\\x00', '\\ufffd']);
  });

  it('take two columns if they are wide', () => {
    assert.deepEqual(['ab', '漢字', 'e\u0301', '👩‍💻', ''].map(cellsOf), [2, 4, 1, 2, 0]);
    assert.equal(fit('漢字漢字', 5), '漢字…');
    assert.equal(fit('abc', 3), 'abc');
  });
});

describe('an explanation in a figure', () => {
  it('is wrapped between words', () => {
    assert.deepEqual(wrap('the sea and the ships', 11), ['the sea and', 'the ships']);
    assert.deepEqual(wrap('', 11), ['']);
    for (const line of wrap(`a ${'x'.repeat(50)} b`, 20)) assert.ok(cellsOf(line) <= 20);
  });
});

describe('XML', () => {
  it('escapes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = element('text', { 'data-x': text }, escapeXml(`${text}.`));
        assert.match(written, /^<text data-x="[^<>"]*">[^<>"]*<\/text>$/);
        assert.doesNotMatch(written, /&(?!(?:amp|lt|gt|quot|#39);)/);
        assert.ok(written.isWellFormed());
        assert.doesNotMatch(written, /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
      }),
      seeded,
    );
  });
});

describe('the context of a menu', () => {
  it('is a sequence, or unknown', () => {
    assert.equal(sequenceOf({ webview: 'x', webviewSection: 'sequence', sequence: 3 }), 3);
    for (const other of [undefined, null, {}, { sequence: -1 }, { sequence: '1' }, 'file:///a'])
      assert.equal(sequenceOf(other), null);
  });
});
