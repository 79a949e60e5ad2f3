import type {
  NeuronSimulationResults,
  ScoredExplanation,
  ScoredSequenceSimulation,
  SequenceSimulation,
} from '../../format/schema.ts';
import type {
  ExplainedUnit,
  Explanation,
  SimulatedValues,
  StoredSequence,
} from '../../model/explanation.ts';
import { storedScores } from './scoreKinds.ts';

/** A decoded neuron in the model. Shares its lists. */
export function explainedUnit({ scoredExplanations }: NeuronSimulationResults): ExplainedUnit {
  return { explanations: scoredExplanations.map(explanationOf) };
}

function explanationOf({ explanation, scoredSimulation }: ScoredExplanation): Explanation {
  return {
    text: explanation,
    scores: storedScores(scoredSimulation),
    sequences: scoredSimulation.scoredSequenceSimulations.map(sequenceOf),
  };
}

function sequenceOf(scored: ScoredSequenceSimulation): StoredSequence {
  const { simulation, trueActivations } = scored;
  const { uncalibratedSimulation } = simulation;
  return {
    tokens: simulation.tokens,
    actual: trueActivations,
    scores: storedScores(scored),
    simulation: {
      ...valuesOf(simulation),
      uncalibrated: uncalibratedSimulation && valuesOf(uncalibratedSimulation),
    },
  };
}

function valuesOf(simulation: SequenceSimulation): SimulatedValues {
  return {
    expected: simulation.expectedActivations,
    scale: simulation.activationScale === 'neuron_activations' ? 'neuron' : 'normalized',
    distributions: {
      values: simulation.distributionValues,
      probabilities: simulation.distributionProbabilities,
    },
  };
}
