import type { UnitsMap } from '../../analysis/simulation.ts';
import { scoreKindOf } from '../../dialects/scoreKinds.ts';
import type { Score, ScoreKind } from '../../model/score.ts';
import type { ExplanationScale } from '../../neuron/contract/protocol.ts';
import { formatActivation } from '../../text/number.ts';

/** A value on the simulator's own scale: `7.97 of 10`. */
export function ofTen(value: number): string {
  const text = formatActivation(value);
  return Number.isFinite(value) ? `${text} of 10` : text;
}

/** Why simulated values on 0–10 cannot be compared with the actual ones. */
export const noMap = 'The simulation is on 0–10, and no actual activation is above 0';

/** How simulated values become comparable with the actual ones; empty if they are. */
export function mapNote({ by, map }: UnitsMap): string {
  if (by !== 'range' || !map) return '';
  const largest = formatActivation(map.slope * 10);
  return `To compare, 0–10 is taken as 0 to ${largest}, the largest actual activation.`;
}

/** Shown with a score that is not meaningful. */
export const meaninglessReason = 'not meaningful: the simulation is on 0–10';

/** Whether a stored score is not meaningful because of the simulation's units. */
export function isMeaningless({ kind, value }: Score, scale: Units): boolean {
  return value !== null && needsOtherUnits(scoreKindOf(kind), scale);
}

type Units = Pick<ExplanationScale, 'simulatedUnits'>;

/** Whether a score needs the neuron's units, and the simulation has its own. */
export function needsOtherUnits({ needsUnits }: ScoreKind, { simulatedUnits }: Units): boolean {
  return needsUnits && simulatedUnits === 'normalized';
}
