import assert from 'node:assert/strict';
import { judge, judgeSequence } from '../../../src/analysis/judgement.ts';
import { simulationOf } from '../../../src/analysis/simulation.ts';
import { undefinedReason, verdictOn } from '../../../src/analysis/verdict.ts';
import { computeScores, scoreSimulation } from '../../../src/format/scores.ts';
import { decodeFile } from '../format/decodeText.ts';
import {
  explanation,
  neuron,
  scoredSimulation,
  sequence,
  simulation,
  uncalibrated,
} from '../format/rawNeuron.ts';

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
  return decodeFile(raw).neuron.scoredExplanations[0]!;
}

function verdictsOf(sequences: unknown[], scores: object) {
  const decoded = scored(sequences, scores);
  const recomputed = scoreSimulation(decoded.scoredSimulation);
  return judge(decoded, recomputed, simulationOf(decoded).units).verdicts;
}

describe('a verdict on a whole’s score', () => {
  const same = scoresOf(actual, expected);

  it('agrees exactly, or but for rounding', () => {
    assert.deepEqual(verdictsOf([rawSequence()], same).rSquared, { kind: 'agree', by: 'exactly' });
    const rounded = { ...same, rsquared_score: Number(same.rsquared_score.toFixed(4)) };
    assert.notEqual(rounded.rsquared_score, same.rsquared_score);
    assert.deepEqual(verdictsOf([rawSequence()], rounded).rSquared, {
      kind: 'agree',
      by: 'rounding',
    });
  });

  it('disagrees because of sequences that are not there, where those that are give their own', () => {
    const { evCorrelation } = verdictsOf([rawSequence(), rawSequence()], {
      ...same,
      ev_correlation_score: 0.4,
    });
    assert.deepEqual(evCorrelation, { kind: 'disagree', why: 'fewerSequences' });
    const off = verdictsOf([rawSequence(), rawSequence({ ev_correlation_score: 0.1 })], {
      ...same,
      ev_correlation_score: 0.4,
    });
    assert.deepEqual(off.evCorrelation, { kind: 'disagree', why: 'unknown' });
  });

  it('disagrees because of another scale, which is tried', () => {
    const before = expected.map((value) => 4 * value);
    const nested = uncalibrated({ tokens, expected_activations: before, ...none });
    const calibrated = rawSequence({}, { uncalibrated_simulation: nested });
    assert.deepEqual(verdictsOf([calibrated], scoresOf(actual, before)).rSquared, {
      kind: 'disagree',
      why: 'uncalibrated',
    });
    const of = {
      expected_activations: before,
      activation_scale: 'simulated_normalized_activations',
    };
    const raw = rawSequence({ rsquared_score: 0.7 }, of);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
    const [mx, my] = [mean(before), mean(actual)];
    const slope =
      before.reduce((sum, x, i) => sum + (x - mx) * (actual[i]! - my), 0) /
      before.reduce((sum, x) => sum + (x - mx) ** 2, 0);
    const fitted = before.map((x) => my + slope * (x - mx));
    assert.deepEqual(verdictsOf([raw], scoresOf(actual, fitted)).rSquared, {
      kind: 'disagree',
      why: 'calibrated',
    });
    assert.deepEqual(verdictsOf([raw], { ...same, rsquared_score: 0.2 }).rSquared, {
      kind: 'disagree',
      why: 'anotherScale',
    });
  });

  it('disagrees with a 0 that stands for nothing', () => {
    const { rSquared } = verdictsOf([rawSequence()], { ...same, rsquared_score: 0 });
    assert.deepEqual(rSquared, { kind: 'disagree', why: 'placeholder' });
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
      const { evCorrelation } = verdictsOf(sequences, undefinedScores);
      // JSON has no NaN: the file has null, which is a score that is missing.
      assert.deepEqual(evCorrelation, { kind: 'absent', why }, why);
    }
  });
});

describe('a verdict', () => {
  const why = () => 'unknown' as const;
  const dead = () => 'dead' as const;
  const nothing = () => null;

  it('tells undefined from missing, and both from a value', () => {
    assert.deepEqual(verdictOn(NaN, NaN, dead, why), { kind: 'undefined', why: 'dead' });
    assert.deepEqual(verdictOn(Infinity, -Infinity, nothing, why), {
      kind: 'undefined',
      why: 'unknown',
    });
    assert.deepEqual(verdictOn(null, 0.5, nothing, why), { kind: 'absent', why: null });
    assert.deepEqual(verdictOn(NaN, 0.5, nothing, why), {
      kind: 'disagree',
      why: 'onlyRecomputed',
    });
    assert.deepEqual(verdictOn(0.5, NaN, dead, why), { kind: 'disagree', why: 'dead' });
  });

  it('asks for a reason only where there is a disagreement', () => {
    const never = () => assert.fail('asked');
    verdictOn(0.5, 0.5, never, never);
    verdictOn(NaN, NaN, dead, never);
    verdictOn(null, 0.5, never, never);
  });
});

describe('a verdict on a sequence', () => {
  it('is on its own tokens', () => {
    const decoded = scored([rawSequence(), rawSequence({ ev_correlation_score: 0.2 })], {});
    const [first, second] = decoded.scoredSimulation.scoredSequenceSimulations;
    assert.equal(judgeSequence(first!).evCorrelation.kind, 'agree');
    assert.deepEqual(judgeSequence(second!).evCorrelation, { kind: 'disagree', why: 'unknown' });
  });
});

describe('why a score has no value', () => {
  it('is asked of very long lists, too', () => {
    const zeros = new Float64Array(300_000);
    assert.equal(undefinedReason([{ actual: zeros, simulated: zeros }]), 'dead');
    const waves = zeros.map((_, i) => Math.sin(i));
    assert.equal(undefinedReason([{ actual: waves, simulated: waves }]), null);
  });

  it('is of all sequences together', () => {
    const pair = (value: number) => ({ actual: [0, 1], simulated: [value, value] });
    assert.equal(undefinedReason([pair(1), pair(1)]), 'constantSimulation');
    assert.equal(undefinedReason([pair(1), pair(2)]), null);
  });
});
