import assert from 'node:assert/strict';
import {
  disagreementText,
  displayApart,
  reasonText,
  tokensText,
} from '../../../src/analysis/scoreText.ts';
import { scoreKindOf } from '../../../src/dialects/scoreKinds.ts';
import { type Cause, type CheckResult, scoreValue } from '../../../src/model/score.ts';

const [evCorrelation, rSquared] = [scoreKindOf('evCorrelation'), scoreKindOf('rSquared')];

const disagree = (
  changes: Partial<Extract<CheckResult, { kind: 'disagree' }>> = {},
): CheckResult => ({
  kind: 'disagree',
  cause: null,
  noValue: null,
  mayCoverMore: false,
  ...changes,
});
const nameOf = (key: string) => scoreKindOf(key).name;
const because = (cause: Cause) => reasonText(disagree({ cause }), rSquared, nameOf);

describe('the text about a score', () => {
  it('has both numbers, and the possible cause', () => {
    const text = (result: CheckResult, stored: number, recomputed: number) => {
      const check = { recomputed: scoreValue(recomputed), result };
      return disagreementText(check, evCorrelation, scoreValue(stored), 256, nameOf);
    };
    assert.equal(
      text(disagree({ mayCoverMore: true }), 0.863, 0.914),
      'EV correlation: stored 0.86. These 256 tokens give 0.91. The stored score may cover more sequences.',
    );
    assert.equal(
      text(disagree(), 0.863, 0.914),
      'EV correlation: stored 0.86. These 256 tokens give 0.91.',
    );
    assert.equal(
      text(disagree({ cause: { is: 'placeholder' }, noValue: 'constantSimulation' }), 0, NaN),
      'EV correlation: stored 0.00. These 256 tokens give no value: constant simulation. The 0 may stand for a score that was never computed.',
    );
    assert.equal(
      text(disagree(), NaN, 0.5),
      'EV correlation: stored undefined. These 256 tokens give 0.50.',
    );
  });

  it('has one token, too', () => {
    const text = (result: CheckResult) => tokensText({ recomputed: 0.91, result }, 0.86, 1);
    assert.equal(text(disagree()), 'This token gives 0.91.');
    assert.equal(text(disagree({ noValue: 'noTokens' })), 'This token gives no value: no tokens.');
  });

  it('names each cause', () => {
    const causes: [Cause, RegExp][] = [
      [{ is: 'mean', of: 'all', sequences: 10 }, /mean of the sequence scores\./],
      [{ is: 'mean', of: 'scored', sequences: 8 }, /mean of the defined sequence scores\./],
      [
        { is: 'mean', of: 'firstHalf', sequences: 5 },
        /mean score of the first half of the sequences\./,
      ],
      [{ is: 'mean', of: 'random', sequences: 5 }, /mean score of the random sequences\./],
      [{ is: 'meanWithZeros', sequences: 10 }, /sequence scores, with 0 for undefined ones\./],
      [{ is: 'part', of: 'top', sequences: 5 }, /score of the top-activating sequences alone\./],
      [
        { is: 'part', of: 'secondHalf', sequences: 5 },
        /score of the second half of the sequences\./,
      ],
      [{ is: 'uncalibrated' }, /uncalibrated simulation\./],
      [{ is: 'mapped', by: 'range' }, /mapped to the neuron’s units\./],
      [{ is: 'normalized' }, /activations scaled to 0–10\./],
      [{ is: 'centred' }, /usual, centred R²\./],
      [{ is: 'squaredCorrelation' }, /square of the correlation\./],
      [{ is: 'kind', key: 'evCorrelation' }, /equals another score: EV correlation\./],
      [{ is: 'whole' }, /all sequences together\./],
      [{ is: 'sequence', index: 2 }, /of sequence 3\./],
      [{ is: 'explanation', index: 1 }, /of explanation 2 in the file\./],
      [{ is: 'outOfRange' }, /No data gives more than 1\./],
    ];
    for (const [cause, words] of causes) assert.match(because(cause), words);
  });

  it('is empty if there is nothing to say', () => {
    assert.equal(reasonText({ kind: 'agree', by: 'rounding' }, rSquared, nameOf), '');
    assert.equal(reasonText({ kind: 'absent', why: null }, rSquared, nameOf), '');
    assert.equal(reasonText(disagree(), rSquared, nameOf), '');
    assert.match(
      reasonText({ kind: 'unchecked', why: 'missing' }, rSquared, nameOf),
      /^Not checked: /,
    );
    assert.match(
      reasonText({ kind: 'absent', why: 'dead' }, rSquared, nameOf),
      /^No score: dead neuron/,
    );
  });

  it('distinguishes two scores', () => {
    assert.deepEqual(displayApart(0.86, 0.914), ['0.86', '0.91']);
    assert.deepEqual(displayApart(0.8638, 0.8641), ['0.8638', '0.8641']);
    assert.deepEqual(displayApart(0, 0.0031), ['0.000', '0.003']);
    assert.deepEqual(displayApart(-0.5, NaN), ['−0.50', 'undefined']);
    assert.deepEqual(displayApart(null, 0.5), ['–', '0.50']);
    const [a, b] = displayApart(-1234.5, -1234.5 - 2e-13);
    assert.notEqual(a, b);
  });
});
