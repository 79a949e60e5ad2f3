import type { Catalog } from './catalog.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { fold, type Query } from './query.ts';

/** A filter's answer where a neuron matches by something else than an explanation, and where it does not match. */
export const byItself = -1;
export const noMatch = -2;

/**
 * Says by which explanation a neuron matches: the id of the best one, `byItself` or `noMatch`. It gets the neuron's id in the catalog, else the
 * neuron itself.
 */
export type NeuronFilter = (id: number | undefined, neuron?: NeuronRef) => number;

/**
 * The neurons of a directory that a query asks for. A neuron matches by its best explanation of which all holds that the query says; a
 * neuron without any, be it that it was not read yet, if nothing is said of explanations.
 */
export function filterFor(directory: ExplanationDirectory, query: Query): NeuronFilter {
  const { catalog } = directory;
  const { ofNeuron, ofScore } = query;
  const ofExplanations = query.texts.length + query.ofText.length + ofScore.length > 0;
  return (id, neuron) => {
    if (ofNeuron.length > 0) {
      const asked = neuron ?? directory.refOf(id!);
      for (const holds of ofNeuron) if (!holds(asked)) return noMatch;
    }
    const first = id === undefined ? undefined : catalog.best(id);
    if (!ofExplanations) return first ?? byItself;
    if (first === undefined) return noMatch;
    const end = first + catalog.explanationCount(id!);
    for (let i = first; i < end; i++) if (matches(catalog, i, query)) return i;
    return noMatch;
  };
}

function matches({ explanations }: Catalog, id: number, query: Query): boolean {
  // No test tells scores that are missing from those that are undefined: neither is a number.
  for (const holds of query.ofScore) if (!holds(explanations.scores[id]!)) return false;
  if (query.texts.length + query.ofText.length === 0) return true;
  const text = explanations.texts[id]!;
  const folded = fold(text);
  return (
    query.texts.every((wanted) => folded.includes(wanted)) &&
    query.ofText.every((holds) => holds(folded, text))
  );
}

/** What a filter lets through of a layer. */
export interface MatchCount {
  readonly matching: number;
  /** Neurons that were not read yet, of which it is not known. */
  readonly unread: number;
}

const counted = new WeakMap<
  Query,
  WeakMap<Catalog, Map<string, { version: number; count: MatchCount }>>
>();

/** How many neurons of a layer match; undefined where the catalog has not listed it. Counted again only if the layer has changed. */
export function countMatches(
  directory: ExplanationDirectory,
  layerName: string,
  query: Query,
): MatchCount | undefined {
  const { catalog } = directory;
  const version = catalog.versionOf(layerName);
  if (version === undefined) return undefined;
  const ofQuery = counted.get(query) ?? new WeakMap<Catalog, Map<string, never>>();
  counted.set(query, ofQuery);
  const ofCatalog = ofQuery.get(catalog) ?? new Map<string, never>();
  ofQuery.set(catalog, ofCatalog);
  const known = ofCatalog.get(layerName);
  if (known?.version === version) return known.count;
  const filter = filterFor(directory, query);
  let [matching, unread] = [0, 0];
  for (const id of catalog.neuronsOf(layerName)) {
    const match = filter(id);
    if (match !== noMatch) matching++;
    else if (catalog.state(id) === 'listed') unread++;
  }
  const count = { matching, unread };
  ofCatalog.set(layerName, { version, count });
  return count;
}
