import { normalizedFull } from '../../analysis/simulation.ts';
import type { Extent } from '../../analysis/points.ts';
import type { DifferenceScale, ExplanationScale, Mode } from '../../neuron/contract/protocol.ts';
import { formatActivation } from '../../text/number.ts';
import { noMap } from '../text/units.ts';
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
}

const prefixes = { actual: 'a', simulated: 's', difference: 'd' } as const;

export function legendOf(scheme: Scheme, mode: Mode): readonly LegendEntry[] {
  const { actual, simulated, difference, shared, source } = scheme.rulers;
  if (mode === 'difference') {
    const entry = entryOf('difference', 'simulated − actual', difference, scheme);
    return [{ ...entry, note: [entry.note, unitsNote(scheme.scale)].filter(Boolean).join('; ') }];
  }
  const entries: LegendEntry[] = [];
  if (mode !== 'simulated') entries.push(entryOf('actual', 'actual', actual, scheme));
  if (mode !== 'actual') {
    const name = source === 'simulated' ? 'simulated' : 'simulated, uncalibrated';
    const entry = entryOf('simulated', name, simulated, scheme);
    entries.push(shared || simulated.full === 0 ? entry : normalized(entry, simulated));
  }
  const both = entries.length === 2 && actual.full > 0 && simulated.full > 0;
  if (!both) return entries;
  return entries.map((entry, i) => (shared && i === 1 ? { ...entry, note: 'same scale' } : entry));
}

/** Sentences about a mode's quantities that have no colours. */
export function colourlessNotes(
  scale: ExplanationScale,
  mode: Mode = 'overlay',
): readonly string[] {
  const notes = [
    colourlessNote('actual activation', scale.actual),
    colourlessNote('simulated activation', scale.simulated),
  ];
  if (mode === 'difference') notes.push(differenceNote(scale.difference));
  return notes.filter((note) => note !== '');
}

function colourlessNote(quantity: string, extent: Extent | null): string {
  if (extent === null) return `There are no ${quantity}s here.`;
  if (!isConstant(extent)) return '';
  return `Every ${quantity} is ${formatActivation(extent.min)}, so none is coloured.`;
}

function differenceNote({ by, extent }: DifferenceScale): string {
  return by === 'none'
    ? `${noMap}, so there are no differences to colour.`
    : colourlessNote('difference', extent);
}

/** How simulated values are mapped to the neuron's units. */
function unitsNote({ difference: { by }, actual }: ExplanationScale): string {
  if (by === 'calibration') return '0–10 calibrated as the file does';
  return by === 'range' ? `0–10 taken as 0 to ${formatActivation(actual?.max ?? 0)}` : '';
}

function entryOf(quantity: Quantity, name: string, ruler: Ruler, scheme: Scheme): LegendEntry {
  const { extent, full } = ruler;
  const entry = { quantity, name, prefix: prefixes[quantity] };
  const empty = { ...entry, steps: [], low: '', high: '' };
  if (extent === null) return { ...empty, note: 'none' };
  if (full === 0) return { ...empty, note: `all ${formatActivation(extent.min)}` };
  const ownScale = quantity === 'difference' ? 'own scale' : '';
  if (scheme.scope === 'sequence') {
    const most = quantity === 'difference' || extent.min < 0 ? '−max' : '0';
    const range = stepRange(most === '0' ? 0 : -steps, steps);
    return { ...entry, steps: range, low: most, high: 'max', note: 'of each sequence' };
  }
  if (scheme.locked) return { ...entry, ...lockedEnds(extent, full), note: ownScale };
  return {
    ...entry,
    steps: stepRange(stepOf(extent.min, full), stepOf(extent.max, full)),
    low: formatActivation(extent.min),
    high: formatActivation(extent.max),
    note: ownScale,
  };
}

/** The ends of the scale, not of the values: values beyond have the strongest colour. */
function lockedEnds({ min, max }: Extent, full: number) {
  const low = min < 0 ? -full : 0;
  return {
    steps: stepRange(min < 0 ? -steps : 0, steps),
    low: min < low ? `≤ ${formatActivation(low)}` : formatActivation(low),
    high: max > full ? `≥ ${formatActivation(full)}` : formatActivation(full),
  };
}

/** The simulator's whole scale: the strongest step is 10, not the largest value. */
function normalized(entry: LegendEntry, { extent, full }: Ruler): LegendEntry {
  const min = Math.min(0, extent?.min ?? 0);
  return {
    ...entry,
    steps: stepRange(stepOf(min, normalizedFull), steps),
    low: formatActivation(min),
    high: (extent?.max ?? 0) > full ? `≥ ${full}` : String(full),
    note: 'own scale',
  };
}

function stepRange(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
