import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { checkScore, type Evidence, undefinedReason } from '../../../src/analysis/checkScore.ts';
import { checkExplanation, checkSequence } from '../../../src/analysis/checkScores.ts';
import { scoreKindOf } from '../../../src/dialects/scoreKinds.ts';
import { computeScores } from '../../../src/format/scores.ts';
import { decodeFile } from '../format/decodeText.ts';
import {
  explanation,
  neuron,
  scoredSimulation,
  sequence,
  simulation,
} from '../format/rawNeuron.ts';
import { resultsOf } from '../support/scores.ts';

const actual = [0, 3, 0.5, 2];
const expected = [0.1, 2, 0.7, 2.5];
const tokens = [' a', ' b', ' c', ' d'];
const none = { distribution_values: [], distribution_probabilities: [] };

function scoresOf(truth: readonly number[], simulated: readonly number[]) {
  const scores = computeScores(truth, simulated);
  return {
    ev_correlation_score: scores.evCorrelation,
    rsquared_score: scores.rSquared,
    absolute_dev_explained_score: scores.absoluteDevExplained,
  };
}

const rawSequence = (changes = {}, of = {}) =>
  sequence({
    simulation: simulation({
      tokens,
      expected_activations: expected,
      uncalibrated_simulation: null,
      ...none,
      ...of,
    }),
    true_activations: actual,
    ...scoresOf(actual, expected),
    ...changes,
  });

function scored(sequences: unknown[], scores: object) {
  const whole = scoredSimulation({ scored_sequence_simulations: sequences, ...scores });
  const raw = neuron({ scored_explanations: [explanation({ scored_simulation: whole })] });
  return explainedUnit(decodeFile(raw).neuron).explanations[0]!;
}

function checked(sequences: unknown[], scores: object) {
  const decoded = scored(sequences, scores);
  return resultsOf(checkExplanation({ explanation: decoded, all: [decoded] }));
}

describe('the check of an explanation’s score', () => {
  const same = scoresOf(actual, expected);

  it('agrees exactly, or except for rounding', () => {
    assert.deepEqual(checked([rawSequence()], same).rSquared, { kind: 'agree', by: 'exactly' });
    const rounded = { ...same, rsquared_score: Number(same.rsquared_score.toFixed(4)) };
    assert.notEqual(rounded.rsquared_score, same.rsquared_score);
    assert.deepEqual(checked([rawSequence()], rounded).rSquared, {
      kind: 'agree',
      by: 'rounding',
    });
  });

  it('says why a score is undefined', () => {
    const undefinedScores = { ev_correlation_score: NaN };
    const cases = {
      dead: [rawSequence({ true_activations: [0, 0, 0, 0] })],
      constantActual: [rawSequence({ true_activations: [1, 1, 1, 1] })],
      constantSimulation: [rawSequence({}, { expected_activations: [2, 2, 2, 2] })],
      lengths: [rawSequence({ true_activations: [1, 2, 3] })],
      missing: [rawSequence({ true_activations: [1, null, 3, 4] })],
      noTokens: [],
    };
    for (const [why, sequences] of Object.entries(cases)) {
      const { evCorrelation } = checked(sequences, undefinedScores);
      // JSON has no NaN: the file has null, which is a score that is missing.
      assert.deepEqual(evCorrelation, { kind: 'absent', why }, why);
    }
  });
});

describe('a check', () => {
  const never = () => assert.fail('asked');
  const data = {
    undefinedWhy: () => null,
    isRounding: () => false,
    cause: () => null,
    mayCoverMore: () => false,
  };
  const on = (stored: number | null, recomputed: number, evidence: Partial<Evidence> = {}) =>
    checkScore(
      { kind: scoreKindOf('evCorrelation'), stored, recomputed },
      { ...data, ...evidence },
    );
  const wrong = { kind: 'disagree', cause: null, noValue: null, mayCoverMore: false };
  const dead = () => 'dead' as const;

  it('distinguishes undefined, missing and a value', () => {
    assert.deepEqual(on(NaN, NaN, { undefinedWhy: dead }), { kind: 'undefined', why: 'dead' });
    assert.deepEqual(on(Infinity, -Infinity), { kind: 'undefined', why: 'unknown' });
    assert.deepEqual(on(null, 0.5), { kind: 'absent', why: null });
    assert.deepEqual(on(NaN, 0.5), wrong);
    assert.deepEqual(on(0.5, NaN, { undefinedWhy: dead }), { ...wrong, noValue: 'dead' });
  });

  it('is unknown if the data does not determine the score', () => {
    for (const why of ['missing', 'lengths', 'noTokens'] as const)
      assert.deepEqual(on(0.5, NaN, { undefinedWhy: () => why }), { kind: 'unchecked', why });
    const rounded = { undefinedWhy: dead, isRounding: () => true, cause: never };
    assert.deepEqual(on(0.5, NaN, rounded), { kind: 'unchecked', why: 'dead' });
  });

  it('reports a 0 for an undefined score, and impossible scores', () => {
    assert.deepEqual(on(0, 0.5, { cause: never }), { ...wrong, cause: { is: 'placeholder' } });
    assert.deepEqual(on(0, NaN, { undefinedWhy: dead, cause: never }), {
      ...wrong,
      cause: { is: 'placeholder' },
      noValue: 'dead',
    });
    assert.deepEqual(on(1.5, 0.5, { cause: never }), { ...wrong, cause: { is: 'outOfRange' } });
    assert.deepEqual(on(-1.5, 0.5).kind, 'disagree');
    const pair = { kind: scoreKindOf('rSquared'), stored: -1.5, recomputed: 0.5 };
    assert.deepEqual(checkScore(pair, data), wrong);
  });

  it('looks for a reason only in a disagreement', () => {
    const asked = { undefinedWhy: never, isRounding: never, cause: never, mayCoverMore: never };
    on(0.5, 0.5, asked);
    on(null, 0.5, asked);
    on(NaN, NaN, { ...asked, undefinedWhy: dead });
    on(0.5, 0.6, { ...asked, isRounding: () => true });
    on(0.5, 0.6, { mayCoverMore: never, cause: () => ({ is: 'whole' }) });
  });
});

describe('the check of a sequence', () => {
  it('is on its own tokens', () => {
    const decoded = scored([rawSequence(), rawSequence({ ev_correlation_score: 0.2 })], {});
    const judged = { explanation: decoded, all: [decoded] };
    assert.equal(resultsOf(checkSequence(judged, 0)).evCorrelation.kind, 'agree');
    assert.deepEqual(resultsOf(checkSequence(judged, 1)).evCorrelation, {
      kind: 'disagree',
      cause: null,
      noValue: null,
      mayCoverMore: false,
    });
  });
});

describe('why a score has no value', () => {
  it('is found for very long lists, too', () => {
    const zeros = new Float64Array(300_000);
    assert.equal(undefinedReason([{ actual: zeros, simulated: zeros }]), 'dead');
    const waves = zeros.map((_, i) => Math.sin(i));
    assert.equal(undefinedReason([{ actual: waves, simulated: waves }]), null);
  });

  it('covers all sequences together', () => {
    const pair = (value: number) => ({ actual: [0, 1], simulated: [value, value] });
    assert.equal(undefinedReason([pair(1), pair(1)]), 'constantSimulation');
    assert.equal(undefinedReason([pair(1), pair(2)]), null);
  });
});
