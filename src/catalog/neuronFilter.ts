import type { LayerFolder } from '../format/directories.ts';
import type { Catalog } from './catalog.ts';
import type { ExplanationDirectory } from './explanationDirectory.ts';
import { fold } from './fold.ts';
import { noNote } from './neuronNotes.ts';
import type { Query } from './query.ts';

/** A filter's answers for a neuron that matches by something else than an explanation, that does not match, and that was not read yet. */
export const byItself = -1;
export const noMatch = -2;
export const notKnown = -3;

/**
 * Says by which explanation a neuron matches: the id of the best one, else one of the answers above. It gets the neuron's id in the
 * catalog, undefined where that does not know it, its number, and the name of its file, which it needs where there is no id.
 */
export type NeuronFilter = (id: number | undefined, neuron: number, fileName?: string) => number;

/**
 * The neurons of a layer that a query asks for. A neuron matches by its best explanation of which all holds that the query says; one
 * without any, be it that it was not read yet, if nothing is said of explanations.
 */
export function filterFor(
  { catalog, notes, path }: ExplanationDirectory,
  { layer, name }: LayerFolder,
  query: Query,
): NeuronFilter {
  const { texts, excluded, patterns, ofScore, ofNeuron, ofNote } = query;
  if (!query.ofDirectory.every((holds) => holds(path)) || !all(query.ofLayer, layer))
    return () => noMatch;
  const noted = notes.ofLayer(name);
  if (noted.size === 0 && !all(ofNote, noNote)) return () => noMatch;
  const ofExplanations = texts.length + excluded.length + patterns.length + ofScore.length > 0;
  return (id, neuron, fileName) => {
    if (!all(ofNeuron, neuron)) return noMatch;
    if (ofNote.length > 0) {
      const file = fileName ?? (id === undefined ? `${neuron}.jsonl` : catalog.file(id).name);
      if (!all(ofNote, noted.get(file) ?? noNote)) return noMatch;
    }
    const first = id === undefined ? undefined : catalog.best(id);
    if (!ofExplanations) return first ?? byItself;
    if (first === undefined)
      return id === undefined || catalog.state(id) === 'listed' ? notKnown : noMatch;
    const end = first + catalog.explanationCount(id!);
    for (let i = first; i < end; i++) if (matches(catalog, i, query)) return i;
    return noMatch;
  };
}

function matches({ explanations }: Catalog, id: number, query: Query): boolean {
  if (!all(query.ofScore, explanations.scores[id]!)) return false;
  const { texts, excluded, patterns } = query;
  const text = explanations.texts[id]!;
  if (patterns.some(({ test, not }) => test(text) === not)) return false;
  if (texts.length + excluded.length === 0) return true;
  const folded = fold(text);
  return (
    texts.every((wanted) => folded.includes(wanted)) &&
    !excluded.some((unwanted) => folded.includes(unwanted))
  );
}

function all<T>(tests: readonly ((value: T) => boolean)[], value: T): boolean {
  for (const holds of tests) if (!holds(value)) return false;
  return true;
}

/** What a filter lets through of a layer. */
export interface MatchCount {
  readonly matching: number;
  /** Neurons that were not read yet, of which it is not known. */
  readonly unread: number;
}

interface Counted {
  readonly version: number;
  readonly notesVersion: number;
  readonly count: MatchCount;
}
const counted = new WeakMap<Query, WeakMap<Catalog, Map<string, Counted>>>();

/** How many neurons of a layer match; undefined where the catalog has not listed it. Counted again only if the layer or what it is asked for has changed. */
export function countMatches(
  directory: ExplanationDirectory,
  layer: LayerFolder,
  query: Query,
): MatchCount | undefined {
  const { catalog } = directory;
  const version = catalog.versionOf(layer.name);
  if (version === undefined) return undefined;
  const ofQuery = counted.get(query) ?? new WeakMap<Catalog, Map<string, Counted>>();
  counted.set(query, ofQuery);
  const ofCatalog = ofQuery.get(catalog) ?? new Map<string, Counted>();
  ofQuery.set(catalog, ofCatalog);
  const known = ofCatalog.get(layer.name);
  // Only a query of notes has to do with them.
  const notesVersion = query.ofNote.length > 0 ? directory.notes.version : 0;
  if (known?.version === version && known.notesVersion === notesVersion) return known.count;
  const filter = filterFor(directory, layer, query);
  let [matching, unread] = [0, 0];
  for (const id of catalog.neuronsOf(layer.name)) {
    const match = filter(id, catalog.neuron(id));
    if (match === notKnown) unread++;
    else if (match !== noMatch) matching++;
  }
  const count = { matching, unread };
  ofCatalog.set(layer.name, { version, notesVersion, count });
  return count;
}
