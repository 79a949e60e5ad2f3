import assert from 'node:assert/strict';
import { analyse } from '../../../src/analysis/analyse.ts';
import { checkExplanation, checkSequence } from '../../../src/analysis/checkScores.ts';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { sequencePage } from '../../../src/neuron/host/content.ts';
import { scaleOf } from '../../../src/neuron/host/scaleOf.ts';
import { tokenDistribution } from '../../../src/neuron/host/tokenAnswers.ts';
import type { Explanation } from '../../../src/model/explanation.ts';
import { neuronText, type SequenceParts } from '../catalog/support/neuronText.ts';
import { decodeText } from '../format/decodeText.ts';
import { resultsOf } from '../support/scores.ts';

const simulated: SequenceParts[] = [
  { actual: [0, 1, 4], simulated: [0, 1, 3] },
  { actual: [2, 0, 1], simulated: [1, 0, 2] },
];
const limits = { points: 100, topTokens: 5, misses: 5 };

/** An explanation of these sequences, where those at `places` have no simulation. */
function without(places: readonly number[], sequences: SequenceParts[] = simulated): Explanation {
  const text = neuronText('5:131', [{ scores: [0.5], sequences }]);
  const explanation = explainedUnit(decodeText(text).neuron).explanations[0]!;
  return {
    ...explanation,
    sequences: explanation.sequences.map((sequence, place) =>
      places.includes(place) ? { ...sequence, simulation: null } : sequence,
    ),
  };
}

describe('an explanation that was not simulated', () => {
  const explanation = without([0, 1]);
  const judged = { explanation, all: [explanation] };

  it('has scores without a check', () => {
    for (const scores of [checkExplanation(judged), checkSequence(judged, 0)])
      assert.deepEqual(
        scores.map(({ check }) => check),
        [null, null, null],
      );
    assert.equal(checkExplanation(judged)[0]!.value, 0.5);
  });

  it('has no points, misses or scale of simulated values', () => {
    const { pointCount, leftOut, misses, scoreWithout } = analyse(explanation, limits);
    assert.deepEqual([pointCount, leftOut], [0, { unpredicted: 6, missing: 0 }]);
    assert.deepEqual([misses.list, scoreWithout], [[], [null, null]]);
    const { actual, simulated, difference } = scaleOf(explanation);
    assert.deepEqual([actual, simulated, difference.extent], [{ min: 0, max: 4 }, null, null]);
  });

  it('has sequences of actual activations alone', () => {
    const { sequences } = sequencePage({ explanations: [explanation] }, 0, 0, 'miss');
    assert.deepEqual(
      sequences.map(({ actual, simulated }) => [actual.length, simulated.length]),
      [
        [3, 0],
        [3, 0],
      ],
    );
    assert.equal(tokenDistribution(explanation, 0, 0), null);
  });
});

describe('an explanation of which some sequences were simulated', () => {
  it('is judged by those', () => {
    const some = without([1], [...simulated, { actual: [3, 1, 0], simulated: [3, 2, 0] }]);
    const only = without([], [simulated[0]!, { actual: [3, 1, 0], simulated: [3, 2, 0] }]);
    const checks = [some, only].map((explanation) =>
      resultsOf(checkExplanation({ explanation, all: [explanation] })),
    );
    assert.deepEqual(checks[0], checks[1]);
    const [ofSome, ofOnly] = [analyse(some, limits), analyse(only, limits)];
    assert.deepEqual(ofSome.points.actual, ofOnly.points.actual);
    const [first, second, third] = ofSome.scoreWithout;
    assert.deepEqual([first, third], ofOnly.scoreWithout);
    assert.ok(second! > 0);
    assert.deepEqual(
      ofSome.misses.list.map(({ sequence }) => sequence === 1),
      ofSome.misses.list.map(() => false),
    );
  });
});
