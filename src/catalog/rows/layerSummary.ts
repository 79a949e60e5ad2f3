import { medianOf } from '../../analysis/median.ts';
import { ScoreBins } from '../../analysis/scoreBins.ts';
import type { Catalog } from './catalog.ts';

/** The bins of a layer's score histogram. */
export const layerBins = new ScoreBins(10);

/** Summary of some neurons, by the preferred score of each one's best explanation. */
export interface ScoreSummary {
  readonly count: number;
  /** Neurons whose files were read completely or partly, and those read partly. */
  readonly known: number;
  readonly provisional: number;
  /** Unreadable files, and readable ones with problems. */
  readonly failed: number;
  readonly faulty: number;
  /** Neurons with a score. In other readable files it is missing or undefined. */
  readonly scored: number;
  /** Undefined if no neuron has a score. */
  readonly median: number | undefined;
  readonly best: number | undefined;
  /** The number of scores in each bin from -1 to 1. Scores outside count in the outermost bins. */
  readonly histogram: readonly number[];
}

/** Summarises these neurons of a catalog. */
export function summarise(catalog: Catalog, neurons: Iterable<number>): ScoreSummary {
  const { scores: column } = catalog.explanations;
  const scores: number[] = [];
  const histogram = new Array<number>(layerBins.count).fill(0);
  let [count, known, provisional, failed, faulty] = [0, 0, 0, 0, 0];
  for (const id of neurons) {
    count++;
    const state = catalog.state(id);
    if (state === 'listed') continue;
    known++;
    if (state === 'provisional') provisional++;
    if (catalog.failed(id)) failed++;
    else if (catalog.faulty(id)) faulty++;
    const best = catalog.best(id);
    const score = best === undefined ? NaN : column[best]!;
    if (!Number.isFinite(score)) continue;
    scores.push(score);
    histogram[layerBins.of(Math.min(1, Math.max(-1, score)))!]!++;
  }
  const sorted = Float64Array.from(scores).sort();
  return {
    count,
    known,
    provisional,
    failed,
    faulty,
    scored: sorted.length,
    median: medianOf(sorted) ?? undefined,
    best: sorted.at(-1),
    histogram,
  };
}

const summaries = new WeakMap<Catalog, Map<string, { version: number; summary: ScoreSummary }>>();

/** The summary of a layer, cached until the layer changes; undefined if it is not listed. */
export function summariseLayer(catalog: Catalog, layerKey: string): ScoreSummary | undefined {
  const version = catalog.versionOf(layerKey);
  if (version === undefined) return undefined;
  const ofCatalog = summaries.get(catalog) ?? new Map<string, never>();
  summaries.set(catalog, ofCatalog);
  const known = ofCatalog.get(layerKey);
  if (known?.version === version) return known.summary;
  const summary = summarise(catalog, catalog.neuronsOf(layerKey));
  ofCatalog.set(layerKey, { version, summary });
  return summary;
}

/** The summary of all layers of a catalog. */
export function summariseAll(catalog: Catalog): ScoreSummary {
  return summarise(catalog, allNeurons(catalog));
}

function* allNeurons(catalog: Catalog): Iterable<number> {
  for (const { key } of catalog.layers) yield* catalog.neuronsOf(key);
}
