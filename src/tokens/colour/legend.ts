import * as l10n from '@vscode/l10n';
import type { Extent } from '../../analysis/points.ts';
import type { DifferenceScale, ExplanationScale, Mode } from '../contract.ts';
import { formatActivation } from '../../text/number.ts';
import { isConstant, type Ruler, stepOf, steps } from './scale.ts';
import type { Scheme } from './scheme.ts';

type Quantity = 'actual' | 'simulated' | 'difference';

/** A quantity's steps from the smallest to the largest value, with these values. */
export interface LegendEntry {
  readonly quantity: Quantity;
  readonly name: string;
  readonly prefix: 'a' | 's' | 'd';
  readonly steps: readonly number[];
  readonly low: string;
  readonly high: string;
  /** What else is needed to read the colours; often empty. */
  readonly note: string;
  /** Which values are uncoloured; empty if all are. */
  readonly quiet: string;
}

const prefixes = { actual: 'a', simulated: 's', difference: 'd' } as const;

export function legendOf(scheme: Scheme, mode: Mode): readonly LegendEntry[] {
  const { actual, simulated, difference, shared, source } = scheme.rulers;
  if (mode === 'difference') {
    const entry = entryOf('difference', l10n.t('simulated − actual'), difference, scheme);
    const notes = [entry.note, entry.quiet, unitsNote(scheme.scale)];
    return [{ ...entry, note: notes.filter(Boolean).join('; ') }];
  }
  const entries: LegendEntry[] = [];
  if (mode !== 'simulated') entries.push(entryOf('actual', l10n.t('actual'), actual, scheme));
  if (mode !== 'actual') {
    const name = source === 'simulated' ? l10n.t('simulated') : l10n.t('simulated, uncalibrated');
    const entry = entryOf('simulated', name, simulated, scheme);
    entries.push(shared || simulated.full === 0 ? entry : normalized(entry, simulated));
  }
  const both = entries.length === 2 && actual.full > 0 && simulated.full > 0;
  if (!both) return entries;
  return entries.map((entry, i) =>
    shared && i === 1 ? { ...entry, note: l10n.t('same scale') } : entry,
  );
}

/** Sentences about a mode's quantities that have no colours. */
export function colourlessNotes(
  scale: ExplanationScale,
  mode: Mode = 'overlay',
): readonly string[] {
  const notes = [actualNote(scale.actual), simulatedNote(scale.simulated)];
  if (mode === 'difference') notes.push(differenceNote(scale.difference));
  return notes.filter((note) => note !== '');
}

export function actualNote(extent: Extent | null): string {
  if (extent === null) return l10n.t('No actual activations.');
  if (!isConstant(extent)) return '';
  const value = formatActivation(extent.min);
  return l10n.t('All actual activations are {0}, so none is coloured.', value);
}

function simulatedNote(extent: Extent | null): string {
  if (extent === null) return l10n.t('No simulated activations.');
  if (!isConstant(extent)) return '';
  const value = formatActivation(extent.min);
  return l10n.t('All simulated activations are {0}, so none is coloured.', value);
}

function differenceNote({ by, extent }: DifferenceScale): string {
  if (by === 'none')
    return l10n.t(
      'No differences: the simulation is on 0–10, and no actual activation is above 0.',
    );
  if (extent === null) return l10n.t('No differences.');
  if (!isConstant(extent)) return '';
  return l10n.t('All differences are {0}, so none is coloured.', formatActivation(extent.min));
}

/** In a sequence with its own scale, it depends on the sequence. */
function quietNote({ full, quiet }: Ruler, { scope }: Scheme): string {
  if (full === 0) return '';
  return scope === 'sequence'
    ? l10n.t('uncoloured below a tenth of the peak')
    : l10n.t('uncoloured below {0}', formatActivation(quiet));
}

/** How simulated values are mapped to the neuron's units. */
function unitsNote({ difference: { by }, actual }: ExplanationScale): string {
  if (by === 'calibration') return l10n.t('0–10 calibrated as in the file');
  return by === 'range' ? l10n.t('0–10 mapped to 0–{0}', formatActivation(actual?.max ?? 0)) : '';
}

function entryOf(quantity: Quantity, name: string, ruler: Ruler, scheme: Scheme): LegendEntry {
  const { extent, full } = ruler;
  const quiet = quietNote(ruler, scheme);
  const entry = { quantity, name, prefix: prefixes[quantity], quiet };
  const empty = { ...entry, steps: [], low: '', high: '' };
  if (extent === null) return { ...empty, note: l10n.t('none') };
  if (full === 0) return { ...empty, note: l10n.t('all {0}', formatActivation(extent.min)) };
  const ownScale = quantity === 'difference' ? l10n.t('own scale') : '';
  if (scheme.scope === 'sequence') {
    const isSigned = quantity === 'difference' || extent.min < 0;
    return {
      ...entry,
      steps: stepRange(isSigned ? -steps : 0, steps),
      low: isSigned ? l10n.t('−max') : '0',
      high: l10n.t('max'),
      note: l10n.t('of each sequence'),
    };
  }
  if (scheme.locked) return { ...entry, ...lockedEnds(ruler), note: ownScale };
  return {
    ...entry,
    steps: coloured(stepRange(stepOf(extent.min, ruler), stepOf(extent.max, ruler)), ruler),
    low: formatActivation(extent.min),
    high: formatActivation(extent.max),
    note: ownScale,
  };
}

/** The ends of the scale, not of the values: values beyond have the strongest colour. */
function lockedEnds(ruler: Ruler) {
  const { full, extent } = ruler;
  const { min, max } = extent ?? { min: 0, max: 0 };
  const low = min < 0 ? -full : 0;
  return {
    steps: coloured(stepRange(min < 0 ? -steps : 0, steps), ruler),
    low: min < low ? `≤ ${formatActivation(low)}` : formatActivation(low),
    high: max > full ? `≥ ${formatActivation(full)}` : formatActivation(full),
  };
}

/** The simulator's whole scale: the strongest step is 10, not the largest value. */
function normalized(entry: LegendEntry, ruler: Ruler): LegendEntry {
  const { extent, full } = ruler;
  const min = Math.min(0, extent?.min ?? 0);
  return {
    ...entry,
    steps: coloured(stepRange(stepOf(min, ruler), steps), ruler),
    low: formatActivation(min),
    high: (extent?.max ?? 0) > full ? `≥ ${full}` : String(full),
    note: l10n.t('own scale'),
  };
}

/** Steps of values that are all too small are shown without colour, as 0. */
function coloured(range: readonly number[], { full, quiet }: Ruler): readonly number[] {
  return range.map((step) => (((Math.abs(step) + 0.5) / steps) * full <= quiet ? 0 : step));
}

function stepRange(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
