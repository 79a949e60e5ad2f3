import type { FileSource } from '../../files/fileSource.ts';
import { listLayers, listNeurons } from '../../format/directories.ts';
import type { Dialect } from '../dialect.ts';
import { openaiKeys } from './keys.ts';
import { openaiScoreKinds, storedScores } from './scoreKinds.ts';
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
import { siblingPaths } from '../../format/siblingPaths.ts';

/** The explanation directories of the reference: `{layer}/{neuron}.jsonl`. */
export const openai: Dialect = {
  name: 'openai',
  scoreKinds: openaiScoreKinds,
  ...openaiKeys,
  async listGroups(source, directory) {
    const layers = await listLayers(source, directory);
    return layers.map(({ layer, name }) => ({ key: name, number: layer, label: String(layer) }));
  },
  async listUnits(source: FileSource, directory, group) {
    const files = await listNeurons(source, source.join(directory, group.key));
    return files.map(({ neuron, name, stamp }) => ({
      key: `${group.key}/${name}`,
      number: neuron,
      label: String(neuron),
      ...(stamp && { stamp }),
    }));
  },
};

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

/** The files with related data of a neuron, by its key. See `siblingPaths`. */
export function relatedPaths(source: FileSource, directory: string, key: string) {
  const [layer, file] = key.split('/') as [string, string];
  return siblingPaths(source, directory, layer, file);
}
