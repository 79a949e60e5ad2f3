import { DataclassRecord } from '../../samples/record.ts';
import { write } from '../../samples/style.ts';
import type { Spelling } from './pieces.ts';
import type { PlannedExplanation } from './plan.ts';

export interface WrittenExplanation extends PlannedExplanation {
  /** Its sequences as they are written. */
  readonly pieces: readonly Buffer[];
}

// Stand in for what `write` is not to write; no text has quotes around these.
const sequencesHere = '\u0001';
const nanHere = '\u0002';
const written = (text: string) => JSON.stringify(text);

/** A neuron's file. Scores without a value are the `NaN` that Python writes. */
export function neuronBytes(
  layer: number,
  neuron: number,
  explanations: readonly WrittenExplanation[],
  spelling: Spelling,
): Buffer {
  const record = new DataclassRecord('NeuronSimulationResults', {
    neuron_id: new DataclassRecord('NeuronId', { layer_index: layer, neuron_index: neuron }),
    scored_explanations: explanations.map(scoredExplanation),
  });
  const around = write(record, spelling).replaceAll(written(nanHere), 'NaN');
  const comma = Buffer.from(spelling === 'public' ? ', ' : ',');
  const parts = around
    .split(written(sequencesHere))
    .flatMap((part, e) => [
      Buffer.from(part),
      ...(explanations[e]?.pieces ?? []).flatMap((piece, i) => (i > 0 ? [comma, piece] : [piece])),
    ]);
  return Buffer.concat(parts);
}

function scoredExplanation(explanation: PlannedExplanation): DataclassRecord {
  return new DataclassRecord('ScoredExplanation', {
    explanation: explanation.text,
    scored_simulation: new DataclassRecord('ScoredSimulation', {
      scored_sequence_simulations: [sequencesHere],
      ev_correlation_score: score(explanation.score),
      rsquared_score: score(explanation.rSquared),
      absolute_dev_explained_score: score(explanation.absoluteDevExplained),
    }),
  });
}

function score(value: number | null): number | string | null {
  return Number.isNaN(value) ? nanHere : value;
}
