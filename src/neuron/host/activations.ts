import { activationHistogram } from '../../analysis/activationHistogram.ts';
import type { NeuronRecord } from '../../format/schema.ts';
import type { ExplainedUnit } from '../../model/explanation.ts';
import type { ActivationsMessage } from '../contract/protocol.ts';

/**
 * The distribution of a neuron's activations: of its activation record, else of the explanation's
 * sequences. Null if there is no such explanation or no finite activation.
 */
export function activationsMessage(
  { explanations }: Pick<ExplainedUnit, 'explanations'>,
  explanation: number,
  record: NeuronRecord | null,
): ActivationsMessage | null {
  const explained = explanations[explanation];
  if (!explained) return null;
  const shown = explained.sequences.map(({ actual }) => actual);
  const records = record ? recordedIn(record) : [];
  const ofRecords = activationHistogram(records, shown);
  if (ofRecords) return { ...ofRecords, source: 'records', texts: records.length };
  const ofSequences = activationHistogram(shown, shown);
  return ofSequences && { ...ofSequences, source: 'sequences', texts: shown.length };
}

/** Of all samples: without the top-activating ones, the largest activations would be missing. */
function recordedIn(record: NeuronRecord): readonly (readonly number[])[] {
  const { mostPositiveActivationRecords, randomSample, randomSampleByQuantile } = record;
  return [mostPositiveActivationRecords, randomSample, ...(randomSampleByQuantile ?? [])]
    .flat()
    .map(({ activations }) => activations);
}
