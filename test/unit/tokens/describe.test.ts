import assert from 'node:assert/strict';
import { identity } from '../../../src/analysis/calibration.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';
import { actualPaint, paintClasses, simulatedPaint } from '../../../src/tokens/colour/paint.ts';
import { rulersOf, steps } from '../../../src/tokens/colour/scale.ts';
import { occurring } from '../../../src/tokens/sequenceRun.ts';
import { describeToken } from '../../../src/tokens/text/describe.ts';
import { noScores } from '../support/scores.ts';

const sequence: Sequence = {
  index: 0,
  tokens: [' zero', ' full', ' missing', ' infinite', ' skipped', ' beyond'],
  actual: Float64Array.of(0, 4, NaN, -Infinity, -1),
  simulated: Float64Array.of(0, 2, NaN, Infinity, 0.25),
  uncalibrated: null,
  predicted: Uint8Array.of(1, 1, 1, 1, 0, 1),
  scores: noScores,
};
const extents = {
  actual: { min: -1, max: 4 },
  simulated: { min: 0, max: 2 },
  difference: { by: 'own', map: identity, extent: { min: -2, max: 0 } },
  uncalibrated: null,
} as const;
const shared = rulersOf({ simulatedUnits: 'neuron', ...extents });
const normalized = rulersOf({
  simulatedUnits: 'normalized',
  ...extents,
  difference: { by: 'range', map: { slope: 0.4, intercept: 0 }, extent: { min: -3.2, max: 0 } },
});
const classes = (i: number) =>
  paintClasses(actualPaint(sequence, i, shared), simulatedPaint(sequence, i, shared));

describe('the paint of a token', () => {
  it('is nothing for zero, and a step for a value', () => {
    assert.equal(classes(0), 't');
    assert.equal(classes(1), `t a${steps} s${steps / 2}`);
  });

  it('is never a step for missing or infinite values, also beyond a list’s end', () => {
    for (const i of [2, 3, 5]) assert.equal(classes(i), 't a-missing s-missing');
  });

  it('is special without a prediction, whatever the file has', () => {
    assert.equal(classes(4), `t a-${steps / 4} s-none`);
  });

  it('is in the legend', () => {
    assert.deepEqual(occurring([sequence]), { missing: true, unpredicted: true });
    const whole = { ...sequence, tokens: [' zero', ' full'], predicted: null };
    assert.deepEqual(occurring([whole]), { missing: false, unpredicted: false });
  });
});

describe('describeToken', () => {
  const values = (i: number, rulers = shared) =>
    describeToken(sequence, i, rulers).readings.map(({ value }) => value);

  it('has the numbers', () => {
    assert.deepEqual(values(1), ['4', '2', '−2']);
    assert.deepEqual(values(1, normalized), ['4', '2 of 10', '0.80', '−3.20']);
    assert.equal(describeToken(sequence, 1, shared).position, 'token 2 of 6');
  });

  it('says which numbers are missing', () => {
    assert.deepEqual(values(2), ['missing', 'missing']);
    assert.deepEqual(values(3, normalized), ['\u2212∞', '∞']);
    assert.deepEqual(values(4), ['\u22121', 'no prediction (stored: 0.25)']);
    assert.deepEqual(values(5, normalized), ['missing', 'missing']);
  });

  it('has a text for screen readers', () => {
    const { spoken } = describeToken(sequence, 4, shared);
    assert.equal(
      spoken,
      'skipped, token 5 of 6, actual minus 1, simulated no prediction (stored: 0.25)',
    );
    assert.equal(
      describeToken(sequence, 1, normalized).spoken,
      'full, token 2 of 6, actual 4, simulated 2 of 10, mapped 0.80, difference minus 3.20',
    );
  });
});
