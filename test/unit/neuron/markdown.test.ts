import assert from 'node:assert/strict';
import { sequenceMarkdown } from '../../../src/neuron/copy/markdown.ts';
import { noVerdicts } from './support/judgement.ts';
import type { NeuronDocument, Sequence } from '../../../src/neuron/protocol.ts';

const none = { evCorrelation: 0.5, rSquared: null, absoluteDevExplained: null };

function markdown(tokens: readonly string[], actual: readonly number[]): string {
  const document: NeuronDocument = {
    kind: 'neuron',
    uri: 'file:///5/131.jsonl',
    title: '5:131',
    layer: 5,
    neuron: 131,
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
    scores: none,
    recomputed: none,
    verdicts: noVerdicts,
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

  it('has bold by tags where marks would be none', () => {
    assert.equal(body(['a', '"b"', 'c'], [0, 1, 0]), 'a<b>\\"b\\"</b>c');
  });

  it('has nothing in bold where nothing is active, or all is missing', () => {
    assert.equal(body([' a', ' b'], [0, -1]), 'a b');
    assert.equal(body([' a', ' b'], [NaN, Infinity]), 'a b');
    assert.doesNotMatch(markdown([' a'], [0]), /bold/);
  });

  it('ends soon for a bold token of spaces alone, and for one with many around it', () => {
    // A quadratic way takes minutes, any other a few milliseconds.
    const spaces = ' '.repeat(300_000);
    assert.equal(body(['a', spaces, 'b'], [0, 1, 0]), `a${spaces}b`);
    assert.equal(body(['a', `x${spaces}x${spaces}`], [0, 1]), `a**x${spaces}x**`);
  });

  it('has no markup but its own', () => {
    assert.equal(
      body(['# <b>*x*_[y](z)`&', '\n', '| 1.'], [0, 0, 0]),
      '\\# \\<b\\>\\*x\\*\\_\\[y\\]\\(z\\)\\`\\&↵<br>\\| 1\\.',
    );
  });

  it('says where it is from', () => {
    assert.match(
      markdown(['a'], [2]),
      /\n\nNeuron 5\\:131 · the \\\*sea\\\* · sequence 3, EV correlation 0\.50 · bold: activation from 1 on\n$/,
    );
  });
});
