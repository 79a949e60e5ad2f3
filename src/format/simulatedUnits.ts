import type { ScoredExplanation, SequenceSimulation } from './schema.ts';

/**
 * In which units an explanation's simulated values are: those of the neuron's activations, or the simulator's own scale from 0 to 10.
 *
 * The file's `activation_scale` is believed, but for one fault of real writers: a simulation never calibrated that says `neuron_activations`.
 * It is told by its distributions, which are of the whole numbers from 0 to 10, where calibration would have mapped them elsewhere.
 */
export function simulatedUnits(explanation: ScoredExplanation): 'neuron' | 'normalized' {
  const simulations = explanation.scoredSimulation.scoredSequenceSimulations.map(
    ({ simulation }) => simulation,
  );
  const neuron = simulations.every((s) => s.activationScale === 'neuron_activations');
  return neuron && !looksUncalibrated(simulations) ? 'neuron' : 'normalized';
}

function looksUncalibrated(simulations: readonly SequenceSimulation[]): boolean {
  if (simulations.some((s) => s.uncalibratedSimulation !== null)) return false;
  const rows = simulations.flatMap((s) => s.distributionValues).filter((row) => row.length > 1);
  const isStep = (value: number) => Number.isInteger(value) && value >= 0 && value <= 10;
  return rows.length > 0 && rows.every((row) => row.every(isStep) && new Set(row).size > 1);
}
