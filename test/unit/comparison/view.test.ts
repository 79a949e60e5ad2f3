import assert from 'node:assert/strict';
import { scoreDifference } from '../../../src/comparison/page/scoreDifference.ts';
import { comparedScales } from '../../../src/comparison/page/scales.ts';
import { textDifference } from '../../../src/comparison/page/textDifference.ts';
import { noDifference } from '../../../src/tokens/colour/scale.ts';
import { noScores } from '../support/scores.ts';
import type { ExplanationScale } from '../../../src/tokens/contract.ts';
import type { ExplanationSummary } from '../../../src/neuron/contract/protocol.ts';

const marked = (parts: readonly { text: string; differs: boolean }[]) =>
  parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('textDifference', () => {
  it('marks words that only one text has', () => {
    const { left, right, onlyLeft, onlyRight } = textDifference(
      'words about the sea, and ships',
      'words about ships',
    );
    assert.equal(marked(left), 'words about [the sea, and ]ships');
    assert.equal(marked(right), 'words about ships');
    assert.deepEqual([onlyLeft, onlyRight], [3, 0]);
  });

  it('preserves the texts', () => {
    const texts = ['', ' a  b', 'a\nb', 'Words, “quoted”', 'המילים של הים', '<b>x</b>', 'は が を'];
    for (const a of texts) {
      for (const b of texts) {
        const { left, right } = textDifference(a, b);
        assert.equal(left.map(({ text }) => text).join(''), a);
        assert.equal(right.map(({ text }) => text).join(''), b);
        assert.equal(
          left.some(({ differs }) => differs) || right.some(({ differs }) => differs),
          a !== b,
        );
      }
    }
  });

  it('distinguishes case', () => {
    assert.deepEqual(textDifference('Ships', 'ships').onlyLeft, 1);
  });
});

describe('scoreDifference', () => {
  it('has a sign, and is empty without a value', () => {
    assert.equal(scoreDifference(0.2, 0.5), '+0.30');
    assert.equal(scoreDifference(0.5, 0.2), '−0.30');
    assert.equal(scoreDifference(0.5, 0.5), '0.00');
    assert.equal(scoreDifference(0.5, 0.499), '0.00');
    for (const none of [null, 'undefined'] as const) {
      assert.equal(scoreDifference(none, 0.5), '–');
      assert.equal(scoreDifference(0.5, none), '–');
    }
  });
});

describe('comparedScales', () => {
  const summary = (
    values: Pick<ExplanationScale, 'simulatedUnits' | 'actual' | 'simulated'>,
  ): ExplanationSummary => {
    const scale = { ...values, difference: noDifference, uncalibrated: null };
    const rest = { index: 0, text: '', tokenCount: 1, sequenceCount: 1 };
    return { ...rest, scores: noScores, scale, groups: null };
  };
  const neuron = summary({
    simulatedUnits: 'neuron',
    actual: { min: 0, max: 5 },
    simulated: { min: -1, max: 3 },
  });
  const other = summary({
    simulatedUnits: 'neuron',
    actual: { min: -2, max: 4 },
    simulated: { min: 0, max: 8 },
  });
  const normalized = summary({
    simulatedUnits: 'normalized',
    actual: { min: 0, max: 5 },
    simulated: { min: 0, max: 10 },
  });

  it('is shared if both have the same activations', () => {
    const { left, right } = comparedScales(neuron, other, true);
    assert.deepEqual(left.actual, { min: -2, max: 5 });
    assert.deepEqual(left.simulated, { min: -1, max: 8 });
    assert.deepEqual(left, right);
  });

  it('does not change the simulator’s own scale', () => {
    const { left, right } = comparedScales(neuron, normalized, true);
    assert.deepEqual(left.simulated, { min: -1, max: 3 });
    assert.deepEqual(right.simulated, { min: 0, max: 10 });
  });

  it('is separate if they do not, and empty if there is none', () => {
    const { left, right } = comparedScales(neuron, other, false);
    assert.deepEqual([left, right], [neuron.scale, other.scale]);
    assert.equal(comparedScales(null, neuron, true).left.actual?.max, 5);
    assert.equal(comparedScales(null, null, true).left.actual, null);
  });
});
