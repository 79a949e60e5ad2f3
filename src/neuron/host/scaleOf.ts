import { type JudgedSequence, judgedSequences } from '../../analysis/judgedSequence.ts';
import { applyMap, type LinearMap } from '../../analysis/calibration.ts';
import { simulationOf, type UnitsMap } from '../../analysis/simulation.ts';
import type { Explanation } from '../../model/explanation.ts';
import { extentOf, ExtentOf } from '../../analysis/points.ts';
import type { DifferenceScale, ExplanationScale } from '../../tokens/contract.ts';

/** Ranges over all sequences of an explanation. */
export function scaleOf(explanation: Explanation): ExplanationScale {
  const sequences = judgedSequences(explanation);
  const { units, toUnits, uncalibrated } = simulationOf(explanation);
  return {
    simulatedUnits: units,
    actual: extentOf(sequences.map(({ actual }) => actual)),
    simulated: extentOf(sequences.map(simulatedOf)),
    difference: differenceScale(sequences, simulatedOf, toUnits),
    uncalibrated: uncalibrated && {
      extent: extentOf(sequences.map(uncalibratedOf)),
      map: uncalibrated.calibration,
      difference: differenceScale(sequences, uncalibratedOf, uncalibrated.toUnits),
    },
  };
}

/** Largest |simulated − actual| of each sequence, in the neuron's units. NaN if there is none. */
export function largestMisses(explanation: Explanation): readonly number[] {
  const { map } = simulationOf(explanation).toUnits;
  return judgedSequences(explanation).map((sequence) => {
    const extent = extentOf([differencesOf(sequence, simulatedOf(sequence), map)]);
    return extent ? Math.max(Math.abs(extent.min), Math.abs(extent.max)) : NaN;
  });
}

type ValuesOf = (sequence: JudgedSequence) => readonly number[];

const simulatedOf: ValuesOf = ({ simulated }) => simulated ?? [];
const uncalibratedOf: ValuesOf = ({ uncalibrated }) => uncalibrated ?? [];

function differenceScale(
  sequences: readonly JudgedSequence[],
  values: ValuesOf,
  { by, map }: UnitsMap,
): DifferenceScale {
  const found = new ExtentOf();
  for (const sequence of sequences) found.addAll(differencesOf(sequence, values(sequence), map));
  return { by, map, extent: found.extent };
}

/** Simulated − actual per token. NaN if there is none. */
function differencesOf(
  { tokens, actual, predicted }: JudgedSequence,
  simulated: readonly number[],
  map: LinearMap | null,
): Float64Array {
  const differences = new Float64Array(tokens.length).fill(NaN);
  if (!map) return differences;
  for (let i = 0; i < tokens.length; i++) {
    if (predicted?.[i] === false) continue;
    differences[i] = applyMap(map, simulated[i] ?? NaN) - (actual[i] ?? NaN);
  }
  return differences;
}
