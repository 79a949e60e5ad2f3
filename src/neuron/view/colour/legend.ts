import type { ExplanationScale, Extent, Mode } from '../../protocol.ts';
import { formatActivation } from '../text/number.ts';
import { isConstant, rulersOf, stepOf, steps, type Ruler } from './scale.ts';

/** One quantity's part of the legend: its steps from the smallest value to the largest, and the two numbers. */
export interface LegendEntry {
  readonly quantity: 'actual' | 'simulated';
  readonly prefix: 'a' | 's';
  readonly steps: readonly number[];
  readonly low: string;
  readonly high: string;
  /** What else one must know to read the colours; often empty. */
  readonly note: string;
}

export function legendOf(scale: ExplanationScale, mode: Mode): readonly LegendEntry[] {
  const { actual, simulated, shared } = rulersOf(scale);
  const entries: LegendEntry[] = [];
  if (mode !== 'simulated') entries.push(entryOf('actual', actual));
  if (mode !== 'actual') {
    const entry = entryOf('simulated', simulated);
    entries.push(shared || simulated.full === 0 ? entry : normalized(entry, simulated));
  }
  const both = entries.length === 2 && actual.full > 0 && simulated.full > 0;
  if (!both) return entries;
  return entries.map((entry, i) => (shared && i === 1 ? { ...entry, note: 'same scale' } : entry));
}

/** Sentences about quantities that have no colours. */
export function colourlessNotes(scale: ExplanationScale): readonly string[] {
  return [
    colourlessNote('actual', scale.actual),
    colourlessNote('simulated', scale.simulated),
  ].filter((note) => note !== '');
}

function colourlessNote(quantity: string, extent: Extent | null): string {
  if (extent === null) return `There are no ${quantity} activations here.`;
  if (!isConstant(extent)) return '';
  const value = formatActivation(extent.min);
  return `Every ${quantity} activation is ${value}, so none is coloured.`;
}

function entryOf(quantity: 'actual' | 'simulated', ruler: Ruler): LegendEntry {
  const prefix = quantity === 'actual' ? 'a' : 's';
  const { extent, full } = ruler;
  if (extent === null) return { quantity, prefix, steps: [], low: '', high: '', note: 'none' };
  const low = formatActivation(extent.min);
  if (full === 0) return { quantity, prefix, steps: [], low: '', high: '', note: `all ${low}` };
  const high = formatActivation(extent.max);
  const range = stepRange(stepOf(extent.min, full), stepOf(extent.max, full));
  return { quantity, prefix, steps: range, low, high, note: '' };
}

/** The whole of the simulator's own scale, used or not: the strongest step is 10, not the largest value. */
function normalized(entry: LegendEntry, { extent, full }: Ruler): LegendEntry {
  const min = Math.min(0, extent?.min ?? 0);
  return {
    ...entry,
    steps: stepRange(stepOf(min, full), steps),
    low: formatActivation(min),
    high: (extent?.max ?? 0) > full ? `≥ ${full}` : String(full),
    note: 'own scale',
  };
}

function stepRange(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
