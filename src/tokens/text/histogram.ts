import * as l10n from '@vscode/l10n';
import { safeFactor } from '../../format/magnitude.ts';
import { applyMap, type LinearMap } from '../../analysis/calibration.ts';
import { normalizedFull } from '../../analysis/simulation.ts';
import type { Extent } from '../../analysis/points.ts';
import type { Distribution } from '../contract.ts';
import { formatActivation } from '../../text/number.ts';

/** A distribution as bars in a unit square. */
export interface Histogram {
  readonly bars: readonly Bar[];
  readonly barWidth: number;
  readonly low: string;
  readonly high: string;
  /** In words: the most probable values, the known probability and the entropy. */
  readonly summary: readonly string[];
}

export interface Bar {
  /** Of its middle. */
  readonly x: number;
  /** As a share of the highest. */
  readonly height: number;
  readonly label: string;
}

/** Number of most probable values in the summary. */
const topCount = 3;

/** The simulator's 0–10 in the neuron's units; null without a map or beyond a double's range. */
export function simulatorAxis(map: LinearMap | null): Extent | null {
  if (!map) return null;
  const ends = [applyMap(map, 0), applyMap(map, normalizedFull)] as const;
  return ends.every(Number.isFinite) ? { min: Math.min(...ends), max: Math.max(...ends) } : null;
}

/** Null for a distribution without probabilities. */
export function histogramOf(distribution: Distribution, axis: Extent | null): Histogram | null {
  const { values, probabilities, mass, entropy } = distribution;
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || entropy === null) return null;
  const min = Math.min(axis?.min ?? first, first);
  const max = Math.max(axis?.max ?? last, last);
  const highest = probabilities.reduce((most, each) => Math.max(most, each), 0);
  const barWidth = 1 / (normalizedFull + 1);
  // The difference of two doubles may exceed a double.
  const unit = safeFactor([[min, max]]);
  const range = max * unit - min * unit;
  const at = (value: number) => (range === 0 ? 0.5 : (value * unit - min * unit) / range);
  const summary = [mostProbable(distribution)];
  if (mass < 0.995) summary.push(l10n.t('known probability: {0}', percent(mass)));
  summary.push(l10n.t('entropy {0} bits', entropy.toFixed(2)));
  return {
    bars: values.map((value, i) => ({
      x: barWidth / 2 + at(value) * (1 - barWidth),
      height: probabilities[i]! / highest,
      label: `${formatActivation(value)}: ${percent(probabilities[i]!)}`,
    })),
    barWidth,
    low: formatActivation(min),
    high: formatActivation(max),
    summary,
  };
}

function mostProbable({ values, probabilities }: Distribution): string {
  return values
    .map((value, i) => ({ value, probability: probabilities[i]! }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, topCount)
    .map(({ value, probability }) => `${formatActivation(value)}: ${percent(probability)}`)
    .join(', ');
}

function percent(share: number): string {
  if (share > 0 && share < 0.01) return '< 1%';
  return `${Math.round(share * 100)}%`;
}
