import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { sequenceMarkdown } from '../../../src/neuron/page/copy/markdown.ts';
import { scoresOf } from '../support/scores.ts';
import type { NeuronDocument } from '../../../src/neuron/contract/protocol.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';

function markdown(tokens: readonly string[], actual: readonly number[]): string {
  const document: NeuronDocument = {
    kind: 'neuron',
    uri: 'file:///5/131.jsonl',
    title: '5:131',
    layer: '5',
    neuron: '131',
    path: '5/131.jsonl',
    explanations: [],
    problems: [],
    moreProblems: 0,
  };
  const values = Float64Array.from(actual);
  const sequence: Sequence = {
    index: 2,
    tokens,
    actual: values,
    simulated: values,
    uncalibrated: null,
    predicted: null,
    scores: scoresOf({ evCorrelation: 0.5 }),
  };
  return sequenceMarkdown(document, ' the *sea*', sequence);
}

const body = (tokens: readonly string[], actual: readonly number[]) =>
  markdown(tokens, actual).split('\n')[0];

describe('a sequence as Markdown', () => {
  it('has its most active tokens in bold, neighbours together, spaces outside', () => {
    const tokens = ['The', ' deep', ' sea', ' is', ' calm'];
    assert.equal(body(tokens, [0, 2, 4, 1.9, -9]), 'The **deep sea** is calm');
  });

  it('has bold by tags if marks would not work', () => {
    assert.equal(body(['a', '"b"', 'c'], [0, 1, 0]), 'a<b>"b"</b>c');
  });

  it('has nothing in bold if nothing is active, or all is missing', () => {
    assert.equal(body([' a', ' b'], [0, -1]), 'a b');
    assert.equal(body([' a', ' b'], [NaN, Infinity]), 'a b');
    assert.doesNotMatch(markdown([' a'], [0]), /bold/);
  });

  it('is fast for a bold token of many spaces', () => {
    // A quadratic way takes minutes, any other a few milliseconds.
    const spaces = ' '.repeat(300_000);
    assert.equal(body(['a', spaces, 'b'], [0, 1, 0]), `a${spaces}b`);
    assert.equal(body(['a', `x${spaces}x${spaces}`], [0, 1]), `a**x${spaces}x**`);
  });

  it('has only its own markup', () => {
    assert.equal(
      body(['# <b>*x*_[y](z)`&', '\n', '| 1.'], [0, 0, 0]),
      '\\# \\<b>\\*x\\*\\_\\[y](z)\\`&↵<br>| 1.',
    );
  });

  it('escapes only markup', () => {
    const plain = [
      'it\'s 5:131, (a) {b} #c d-e! f/g = 2 * 3 > 1 < 2; 50% + "x" | ~ y',
      'snake_case and C:\\dir & R&D, x @ y',
    ];
    for (const text of plain) assert.equal(body([text], [0]), text);
    const lines: [string, string][] = [
      ['- a', '\\- a'],
      ['1. a', '1\\. a'],
      ['1.5 a', '1.5 a'],
      ['---', '\\---'],
      ['> a', '\\> a'],
      ['http://a.b', 'http\\://a.b'],
      ['me@a.b', 'me\\@a.b'],
      ['&amp; &a', '\\&amp; &a'],
      ['\\* \\a', '\\\\\\* \\a'],
    ];
    for (const [text, escaped] of lines) assert.equal(body([text], [0]), escaped, text);
  });

  it('renders any tokens unchanged, with only bold and line breaks', () => {
    // As VS Code's preview renders it, without links for bare names such as readme.md.
    const markdownIt = new MarkdownIt({ html: true, linkify: true });
    markdownIt.linkify.set({ fuzzyLink: false });
    const odd = fc.constantFrom(
      ...'*_~$`[]()<>&#-+=!|:;\\\'"{}/.@^%a1 \n\r\t',
      ...[' ', ' ', '**', '__', '~~', '```', '&amp;', '&#35;', '<b>', '</b>', '<!--', '1.', '- '],
      ...['http://a.b', 'www.a.b', 'me@a.b', 'é', '🚢', '\u00a0', '[a]: b', '![a](b)', '<a@b.c>'],
    );
    const token = fc.oneof(
      fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const sequence = fc.array(fc.tuple(token, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sequence, (parts) => {
        const tokens = parts.map(([text]) => text);
        const written = body(
          tokens,
          parts.map(([, bold]) => (bold ? 1 : 0)),
        )!;
        const whole = tokens
          .join('')
          .replace(/\t/g, ' ')
          .replace(/\r\n?|\n/g, '↵');
        const blocks = markdownIt.parse(written, {});
        const types = blocks.map(({ type }) => type);
        const isEmpty = whole.trim() === '';
        assert.deepEqual(types, isEmpty ? [] : ['paragraph_open', 'inline', 'paragraph_close']);
        const inline = blocks[1]?.children ?? [];
        for (const { type, content } of inline)
          assert.ok(
            /^(?:text|text_special|strong_open|strong_close)$/.test(type) ||
              (type === 'html_inline' && ['<b>', '</b>', '<br>'].includes(content)),
            `${type} ${content} in ${written}`,
          );
        const text = inline.map(({ type, content }) => (type === 'html_inline' ? '' : content));
        // A carriage return and its line feed may be in two runs.
        const joined = text.join('').trim().replace(/↵+/g, '↵');
        assert.equal(joined, whole.trim().replace(/↵+/g, '↵'), written);
      }),
      { numRuns: 2000, seed: 20230509 },
    );
  });

  it('has its source', () => {
    assert.match(
      markdown(['a'], [2]),
      /\n\nNeuron 5:131 · the \\\*sea\\\* · sequence 3, EV correlation 0\.50 · bold: activation of at least 1\n$/,
    );
  });
});
