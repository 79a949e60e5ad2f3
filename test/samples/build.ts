import { computeScores } from '../../src/format/scores.ts';
import { calibrate, type Calibration } from './calibrate.ts';
import { chooseSequences, type Sequence } from './choose.ts';
import type { Window } from './corpus.ts';
import type { ExplanationPlan, NeuronPlan } from './plan.ts';
import { DataclassRecord } from './record.ts';
import { round4 } from './round.ts';
import { type Prediction, simulate } from './simulate.ts';

/** One neuron's file, by the fields of its generation of the format. */
export function buildNeuron(neuron: NeuronPlan, windows: readonly Window[]): DataclassRecord {
  const sequences = chooseSequences(neuron, windows);
  return new DataclassRecord('NeuronSimulationResults', {
    neuron_id: new DataclassRecord('NeuronId', {
      layer_index: neuron.layer,
      neuron_index: neuron.index,
    }),
    scored_explanations: neuron.explanations.map(
      (explanation) =>
        new DataclassRecord('ScoredExplanation', {
          explanation: explanation.text,
          scored_simulation: buildSimulation(neuron, explanation, sequences),
        }),
    ),
  });
}

function buildSimulation(
  neuron: NeuronPlan,
  explanation: ExplanationPlan,
  sequences: readonly Sequence[],
): DataclassRecord {
  const predictions = sequences.map(({ tokens, key }) => simulate(explanation, tokens, key));
  const actual = sequences.flatMap((sequence) => sequence.actual);
  const simulated = predictions.flat().map((prediction) => prediction.expected);
  const calibration = neuron.uncalibrated ? undefined : calibrate(actual, simulated);
  const expected = predictions.map((ofSequence) => expectedValues(ofSequence, calibration));
  const simulationField =
    neuron.style === 'secondGeneration' ? 'sequence_simulation' : 'simulation';
  return new DataclassRecord('ScoredSimulation', {
    scored_sequence_simulations: sequences.map(
      (sequence, i) =>
        new DataclassRecord('ScoredSequenceSimulation', {
          [simulationField]: buildSequence(sequence.tokens, predictions[i]!, calibration),
          true_activations: sequence.actual,
          ...scores(sequence.actual, expected[i]!),
        }),
    ),
    ...scores(actual, expected.flat()),
  });
}

function buildSequence(
  tokens: readonly string[],
  predictions: readonly Prediction[],
  calibration: Calibration | undefined,
): DataclassRecord {
  const bare = (scale: string, uncalibrated: DataclassRecord | null, fit?: Calibration) =>
    new DataclassRecord('SequenceSimulation', {
      tokens,
      expected_activations: expectedValues(predictions, fit),
      activation_scale: scale,
      distribution_values: predictions.map(({ values }) =>
        fit ? values.map((value) => round4(fit(value))) : values,
      ),
      distribution_probabilities: predictions.map(({ probabilities }) => probabilities),
      uncalibrated_simulation: uncalibrated,
    });
  if (calibration) {
    const uncalibrated = bare('simulated_normalized_activations', null);
    return bare('neuron_activations', uncalibrated, calibration);
  }
  return bare('simulated_normalized_activations', null);
}

function expectedValues(
  predictions: readonly Prediction[],
  calibration: Calibration | undefined,
): number[] {
  return predictions.map(({ expected }) => (calibration ? round4(calibration(expected)) : expected));
}

/** Of the rounded values, so that recomputing from the file gives the same. */
function scores(actual: readonly number[], expected: readonly number[]): Record<string, number> {
  const { evCorrelation, rSquared, absoluteDevExplained } = computeScores(actual, expected);
  return {
    ev_correlation_score: evCorrelation,
    rsquared_score: rSquared,
    absolute_dev_explained_score: absoluteDevExplained,
  };
}
