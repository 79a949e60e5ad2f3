import assert from 'node:assert/strict';
import type { Miss, Misses } from '../../../../src/analysis/misses.ts';
import { binPoints } from '../../../../src/neuron/page/analysis/bins.ts';
import type { Box } from '../../../../src/neuron/contract/protocol.ts';
import { contains, isInBox, withEnd } from '../../../../src/neuron/page/analysis/box.ts';
import {
  countOf,
  filtered,
  spokenMiss,
  stepRank,
} from '../../../../src/neuron/page/analysis/missWalk.ts';
import { domainOf, thin } from '../../../../src/neuron/page/plots/thin.ts';
import { equation, leftOutTexts, pointsText } from '../../../../src/neuron/page/text/analysis.ts';
import { mapNote } from '../../../../src/tokens/text/units.ts';
import { noScores } from '../../support/scores.ts';

const miss: Miss = {
  token: ' the',
  sequence: 3,
  index: 7,
  kind: 'falsePositive',
  actual: -0.16,
  simulated: 3.49,
  mapped: 3.49,
  error: 3.65,
};

describe('the walk through misses', () => {
  it('begins with the worst, or the last one listed, and wraps around', () => {
    assert.equal(stepRank(null, 1, 3), 0);
    assert.equal(stepRank(null, -1, 3), 2);
    assert.equal(stepRank(2, 1, 3), 0);
    assert.equal(stepRank(0, -1, 3), 2);
    assert.equal(stepRank(1, 1, 3), 2);
    assert.equal(stepRank(null, 1, 0), null);
  });

  it('is of one kind, or of both', () => {
    const negative = { ...miss, kind: 'falseNegative' as const };
    const misses: Misses = {
      list: [miss, negative, negative],
      falsePositives: 1,
      falseNegatives: 2,
    };
    assert.deepEqual(filtered(misses, 'all'), [miss, negative, negative]);
    assert.deepEqual(filtered(misses, 'falseNegative'), [negative, negative]);
    assert.deepEqual(
      (['all', 'falsePositive', 'falseNegative'] as const).map((it) => countOf(misses, it)),
      [3, 1, 2],
    );
    // If only some negatives were sent, another may come before the third miss.
    const more = { ...misses, falseNegatives: 9 };
    assert.deepEqual(filtered(more, 'all'), [miss, negative]);
    assert.deepEqual(filtered(more, 'falseNegative'), [negative, negative]);
  });

  it('is announced with its rank, kind and numbers', () => {
    assert.equal(
      spokenMiss(miss, 2, 1400, { by: 'own' }),
      'Miss 3 of 1,400, false positive, the, actual minus 0.16, simulated 3.49, sequence 4',
    );
    assert.equal(
      spokenMiss({ ...miss, mapped: 0.35 }, 2, 1400, { by: 'range' }),
      'Miss 3 of 1,400, false positive, the, actual minus 0.16, simulated 3.49 of 10, mapped 0.35, sequence 4',
    );
  });
});

describe('the selection in the plot', () => {
  const sequence = {
    index: 0,
    tokens: ['a', 'b', 'c', 'd'],
    actual: Float64Array.of(1, 1, 5, NaN),
    simulated: Float64Array.of(2, 2, 2, 2),
    uncalibrated: null,
    predicted: Uint8Array.of(1, 0, 1, 1),
    scores: noScores,
  };
  const box: Box = { simulated: [1, 2], actual: [0, 2] };

  it('has tokens with a prediction and values within it, with both ends', () => {
    const inside = sequence.tokens.map((_, i) => isInBox(box, sequence, i));
    assert.deepEqual(inside, [true, false, false, false]);
    assert.ok(contains({ simulated: null, actual: null }, -100, 100));
    assert.ok(!contains({ simulated: null, actual: null }, Infinity, 0));
  });

  it('is typed end by end, and null for everything', () => {
    const half = withEnd(null, 'actual', 0, '2.5', [0, 5]);
    assert.deepEqual(half, { simulated: null, actual: [2.5, 5] });
    assert.deepEqual(withEnd(half, 'actual', 1, '4', [0, 5]), {
      simulated: null,
      actual: [2.5, 4],
    });
    assert.equal(withEnd(half, 'actual', 0, '', [0, 5]), null);
  });
});

describe('the points in ranges', () => {
  it('are counted if there are any', () => {
    const bins = binPoints({
      simulated: Float64Array.of(0, 0.5, 10, 9.9),
      actual: Float64Array.of(1, 3, 2, 8),
    });
    assert.deepEqual(
      bins.map(({ from, to, count, mean, min, max }) => [from, to, count, mean, min, max]),
      [
        [0, 1, 2, 2, 1, 3],
        [9, 10, 2, 5, 2, 8],
      ],
    );
  });

  it('have one range for equal simulations, and none without points', () => {
    const one = binPoints({ simulated: Float64Array.of(2, 2), actual: Float64Array.of(0, 4) });
    assert.deepEqual(
      one.map(({ from, to, count }) => [from, to, count]),
      [[2, 2, 2]],
    );
    assert.deepEqual(binPoints({ simulated: new Float64Array(), actual: new Float64Array() }), []);
  });
});

describe('the dots of a plot', () => {
  it('are one per position, each with its count', () => {
    const count = 20_000;
    const xs = Array.from({ length: count }, (_, i) => (i < 3 ? i : 0));
    const dots = thin(xs, xs, { x: [0, 2], y: [0, 2] }, { width: 300, height: 200 });
    assert.deepEqual(
      dots.map(({ x, y, count: n }) => [x, y, n]),
      [
        [0, 0, count - 2],
        [1, 1, 1],
        [2, 2, 1],
      ],
    );
  });

  it('span zero, and more than nothing', () => {
    assert.deepEqual(domainOf([2, 5]), [0, 5]);
    assert.deepEqual(domainOf([-1, -3]), [-3, 0]);
    assert.deepEqual(domainOf([0, 0]), [0, 1]);
    assert.deepEqual(domainOf(new Float64Array(300_000).fill(3)), [0, 3]);
  });
});

describe('texts of the analysis', () => {
  it('have the line as an equation', () => {
    assert.equal(equation({ slope: 0.5, intercept: -0.25 }, 'x'), '0.50 × x −\u00a00.25');
    assert.equal(equation({ slope: -0.5, intercept: 2 }, 'x'), '−0.50 × x +\u00a02');
    assert.equal(equation({ slope: 1, intercept: 1.97e-8 }, 'x'), '1 × x');
  });

  it('say what was excluded', () => {
    assert.deepEqual(leftOutTexts({ unpredicted: 0, missing: 0 }), []);
    assert.deepEqual(leftOutTexts({ unpredicted: 22, missing: 1 }), [
      'Left out: 22 tokens without a prediction.',
      'Left out: 1 token without a value.',
    ]);
    assert.equal(pointsText(2000, 6400), '2,000 of 6,400 tokens, evenly sampled.');
    assert.equal(pointsText(1, 1), '1 token.');
  });

  it('name the map, if one was used', () => {
    assert.equal(mapNote({ by: 'own', map: { slope: 1, intercept: 0 } }), '');
    assert.match(mapNote({ by: 'range', map: { slope: 0.4, intercept: 0 } }), /mapped to 0–4,/);
  });
});
