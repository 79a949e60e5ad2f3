import * as l10n from '@vscode/l10n';
import type { UnitsMap } from '../../analysis/simulation.ts';
import { scoreKindOf } from '../../dialects/scoreKinds.ts';
import type { Score, ScoreKind, ScoreValue } from '../../model/score.ts';
import type { ExplanationScale } from '../contract.ts';
import { formatActivation } from '../../text/number.ts';

/** A value on the simulator's own scale: `7.97 of 10`. */
export function ofTen(value: number): string {
  const text = formatActivation(value);
  return Number.isFinite(value) ? l10n.t('{0} of 10', text) : text;
}

/** How simulated values become comparable with the actual ones; empty if they are. */
export function mapNote({ by, map }: UnitsMap): string {
  if (by !== 'range' || !map) return '';
  const largest = formatActivation(map.slope * 10);
  return l10n.t('For comparison, 0–10 is mapped to 0–{0}, the largest actual activation.', largest);
}

/** Shown with a score that is not meaningful. */
export function meaninglessReason(): string {
  return l10n.t('not meaningful: the simulation is on 0–10');
}

/** Whether a stored score is not meaningful because of the simulation's units. */
export function isMeaningless({ kind, value }: Score, scale: Units): boolean {
  return value !== null && needsOtherUnits(scoreKindOf(kind), scale);
}

type Units = Pick<ExplanationScale, 'simulatedUnits'>;

/** Whether a score needs the neuron's units, and the simulation has its own. */
export function needsOtherUnits({ needsUnits }: ScoreKind, { simulatedUnits }: Units): boolean {
  return needsUnits && simulatedUnits === 'normalized';
}

/** Why a stored score has no number; empty if it has one. */
export function explainScore(score: ScoreValue): string {
  if (score === null) return l10n.t('Not in the file');
  return hasValue(score) ? '' : l10n.t('Stored as undefined');
}

/** Whether a score is neither missing nor undefined. */
export function hasValue(score: ScoreValue): score is number {
  return typeof score === 'number' && Number.isFinite(score);
}
