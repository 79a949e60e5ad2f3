import assert from 'node:assert/strict';
import { histogramOf, simulatorAxis } from '../../../src/tokens/text/histogram.ts';

const distribution = {
  values: [0, 5, 10],
  probabilities: [0.5, 0.125, 0.25],
  mass: 0.875,
  entropy: 1.379,
};

describe('histogramOf', () => {
  it('has bars at their values, as high as they are probable', () => {
    const { bars, low, high } = histogramOf(distribution, { min: 0, max: 10 })!;
    assert.deepEqual(
      bars.map(({ height }) => height),
      [1, 0.25, 0.5],
    );
    assert.ok(Math.abs(bars[1]!.x - 0.5) < 1e-12);
    assert.deepEqual([low, high], ['0', '10']);
    assert.equal(bars[1]!.label, '5: 13%');
  });

  it('has the most probable values, the known probability and the entropy', () => {
    const { summary } = histogramOf(distribution, null)!;
    assert.deepEqual(summary, [
      '0: 50%, 10: 25%, 5: 13%',
      'known probability: 88%',
      'entropy 1.38 bits',
    ]);
    const whole = { ...distribution, probabilities: [0.996, 0.004, 0], mass: 1 };
    assert.deepEqual(histogramOf(whole, null)!.summary[0], '0: 100%, 5: < 1%, 10: 0%');
    assert.equal(histogramOf(whole, null)!.summary.length, 2);
  });

  it('has the simulator’s axis in the distribution’s units, and all values on it', () => {
    assert.deepEqual(simulatorAxis({ slope: -0.5, intercept: 1 }), { min: -4, max: 1 });
    assert.equal(simulatorAxis(null), null);
    const { bars } = histogramOf(distribution, { min: 0, max: 5 })!;
    for (const { x } of bars) assert.ok(x > 0 && x < 1);
  });

  it('is null without probabilities', () => {
    const none = { values: [], probabilities: [], mass: 0, entropy: null };
    assert.equal(histogramOf(none, null), null);
    assert.equal(histogramOf({ ...none, values: [1], probabilities: [0] }, null), null);
  });
});
