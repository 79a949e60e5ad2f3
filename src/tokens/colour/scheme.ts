import { extentOf } from '../../analysis/extent.ts';
import type { ExplanationScale, Sequence } from '../../neuron/contract/protocol.ts';
import type { LockedRange, ScaleScope, ViewChoices } from '../../neuron/contract/viewChoices.ts';
import { differenceValue, simulatedValues } from './paint.ts';
import { type Rulers, rulersOf, type Source } from './scale.ts';

/** How an explanation's sequences are coloured, as the reader has chosen. */
export interface Scheme {
  readonly scope: ScaleScope;
  /** The range that holds now; null where none is locked. */
  readonly locked: LockedRange | null;
  /** Over all sequences, with the simulation that is chosen as the `simulated` one. */
  readonly scale: ExplanationScale;
  /** Over all sequences. */
  readonly rulers: Rulers;
  /** Those that colour one sequence. */
  rulersFor(sequence: Sequence): Rulers;
  scaleFor(sequence: Sequence): ExplanationScale;
}

/** One for all sequences, of the simulation as the file has it: where there is nothing to choose. */
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

/** The range to lock, as it is shown now; null where there is none. */
export function rangeToLock({ rulers }: Scheme, from: string): LockedRange | null {
  const values = rulers.actual.full || (rulers.shared ? rulers.simulated.full : 0);
  // Where simulation and reality agree in all, or cannot be compared, differences are as large as values may be.
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
