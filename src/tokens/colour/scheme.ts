import { extentOf } from '../../analysis/points.ts';
import type {
  ExplanationScale,
  Sequence,
  LockedRange,
  ScaleScope,
  ViewChoices,
} from '../contract.ts';
import { differenceValue, simulatedValues } from './paint.ts';
import { type Rulers, rulersOf, type Source } from './scale.ts';

/** How an explanation's sequences are coloured, by the reader's choices. */
export interface Scheme {
  readonly scope: ScaleScope;
  /** Null if no range is locked. */
  readonly locked: LockedRange | null;
  /** Over all sequences; `simulated` is the chosen simulation. */
  readonly scale: ExplanationScale;
  /** Over all sequences. */
  readonly rulers: Rulers;
  /** For one sequence. */
  rulersFor(sequence: Sequence): Rulers;
  scaleFor(sequence: Sequence): ExplanationScale;
}

/** Without choices: one scale for all sequences, and the stored simulation. */
export function plainScheme(scale: ExplanationScale): Scheme {
  return schemeOf(scale, { scope: 'neuron', locked: null, calibrated: true });
}

type Choices = Pick<ViewChoices, 'scope' | 'locked' | 'calibrated'>;

export function schemeOf(of: ExplanationScale, choices: Choices): Scheme {
  const { scope } = choices;
  const locked = scope === 'locked' ? choices.locked : null;
  const source: Source = of.uncalibrated && !choices.calibrated ? 'uncalibrated' : 'simulated';
  const scale = scaleOfSource(of, source);
  const rulers = rulersOf(scale, { source, locked });
  const scaleFor = (sequence: Sequence) =>
    scope === 'sequence' ? scaleOfSequence(scale, sequence, rulers) : scale;
  const made = new WeakMap<Sequence, Rulers>();
  const rulersFor = (sequence: Sequence) => {
    if (scope !== 'sequence') return rulers;
    const own = made.get(sequence) ?? rulersOf(scaleFor(sequence), { source });
    made.set(sequence, own);
    return own;
  };
  return { scope, locked, scale, rulers, rulersFor, scaleFor };
}

/** The current range, to lock it; null if there is none. */
export function rangeToLock({ rulers }: Scheme, from: string): LockedRange | null {
  const values = rulers.actual.full || (rulers.shared ? rulers.simulated.full : 0);
  // If there are no differences, their range is that of the values.
  return values > 0 ? { values, differences: rulers.difference.full || values, from } : null;
}

function scaleOfSource(scale: ExplanationScale, source: Source): ExplanationScale {
  const { uncalibrated } = scale;
  if (source === 'simulated' || !uncalibrated) return scale;
  return {
    ...scale,
    simulatedUnits: 'normalized',
    simulated: uncalibrated.extent,
    difference: uncalibrated.difference,
  };
}

function scaleOfSequence(
  scale: ExplanationScale,
  sequence: Sequence,
  rulers: Rulers,
): ExplanationScale {
  const differences = sequence.tokens.map((_, i) => differenceValue(sequence, i, rulers));
  return {
    ...scale,
    actual: extentOf([sequence.actual]),
    simulated: extentOf([simulatedValues(sequence, rulers) ?? []]),
    difference: { ...scale.difference, extent: extentOf([differences]) },
  };
}
