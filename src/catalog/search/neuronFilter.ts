import type { Group } from '../../model/unit.ts';
import type { Catalog } from '../rows/catalog.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import type { Query } from './query.ts';
import { Slices } from '../slices.ts';
import { textAnswers } from './textAnswers.ts';
import { noNote } from '../rows/neuronNotes.ts';
import { currentTime } from '../../text/time.ts';
import type { NumberTest } from './numberRanges.ts';

/**
 * A filter's answers for a neuron that matches without an explanation, does not match, or is not
 * evaluated yet.
 */
export const byItself = -1;
export const noMatch = -2;
export const notKnown = -3;

/**
 * Returns the ID of the best explanation by which a neuron matches, or one of the answers above.
 * Takes the neuron's ID in the catalog, undefined if unknown, its number, and its key, which is
 * needed without an ID.
 */
export type NeuronFilter = (id: number | undefined, number: number, key?: string) => number;

/**
 * The filter of a query for the neurons of a layer. A neuron matches by its best matching
 * explanation. One without explanations, or not indexed yet, matches if the query has no condition
 * on explanations. `now` is the time to which ages of files refer.
 *
 * `prepareFilter` evaluates the query on texts. A neuron with new texts is not evaluated yet.
 */
export function filterFor(
  directory: ExplanationDirectory,
  layer: Group,
  query: Query,
  now: number,
): NeuronFilter {
  const { catalog } = directory;
  const test = neuronTests(directory, query, now)(layer);
  if (!test) return () => noMatch;
  const { ofScore } = query;
  const { explanations } = catalog;
  const answers = asksForTexts(query) ? textAnswers(query, explanations) : undefined;
  return (id, number, key) => {
    if (!test.ofNumber(number)) return noMatch;
    if (test.ofKey && !test.ofKey(key ?? (id === undefined ? '' : catalog.key(id)))) return noMatch;
    if (test.ofFile) {
      const isMatch = id === undefined ? undefined : test.ofFile(id);
      if (!isMatch) return isMatch === undefined ? notKnown : noMatch;
    }
    const first = id === undefined ? undefined : catalog.best(id);
    if (!answers && ofScore.length === 0) return first ?? byItself;
    if (first === undefined)
      return id === undefined || catalog.state(id) === 'listed' ? notKnown : noMatch;
    // Their IDs have changed.
    if (catalog.explanations !== explanations) return notKnown;
    const { scores } = explanations;
    const end = first + catalog.explanationCount(id!);
    for (let i = first; i < end; i++) {
      if (!all(ofScore, scores[i]!)) continue;
      const answer = answers ? answers.of(i) : 'yes';
      if (answer === 'yes') return i;
      // It may be the best match.
      if (answer === 'unknown') return notKnown;
    }
    return noMatch;
  };
}

/** Evaluates a query on a directory's explanations, in slices, so that `filterFor` can answer. */
export async function prepareFilter(
  { catalog }: ExplanationDirectory,
  query: Query,
  slices = new Slices(),
): Promise<void> {
  if (asksForTexts(query)) await textAnswers(query, catalog.explanations).update(slices);
}

function asksForTexts({ texts, excluded, patterns }: Query): boolean {
  return texts.length + excluded.length + patterns.length > 0;
}

/** How many neurons of a layer match a filter. */
export interface MatchCount {
  readonly matching: number;
  /** Neurons that are not evaluated yet. */
  readonly unread: number;
}

interface Counted {
  readonly version: number;
  readonly notesVersion: number;
  /** The second of the count; 0 if time does not matter. */
  readonly second: number;
  /** How many texts were evaluated. */
  readonly held: number;
  readonly count: MatchCount;
}
const counted = new WeakMap<Query, WeakMap<Catalog, Map<string, Counted>>>();

/**
 * The number of matching neurons in a layer, cached until the layer or the filter changes;
 * undefined if it is not listed.
 */
export function countMatches(
  directory: ExplanationDirectory,
  layer: Group,
  query: Query,
): MatchCount | undefined {
  const { catalog } = directory;
  const version = catalog.versionOf(layer.key);
  if (version === undefined) return undefined;
  const ofQuery = counted.get(query) ?? new WeakMap<Catalog, Map<string, Counted>>();
  counted.set(query, ofQuery);
  const ofCatalog = ofQuery.get(catalog) ?? new Map<string, Counted>();
  ofQuery.set(catalog, ofCatalog);
  const known = ofCatalog.get(layer.key);
  // Notes only matter for queries with a condition on notes.
  const notesVersion = query.ofNote.length > 0 ? directory.notes.version : 0;
  const now = currentTime();
  const second = query.dependsOnTime ? Math.floor(now / 1000) : 0;
  const held = asksForTexts(query) ? textAnswers(query, catalog.explanations).length : 0;
  if (
    known?.version === version &&
    known.notesVersion === notesVersion &&
    known.second === second &&
    known.held === held
  )
    return known.count;
  const filter = filterFor(directory, layer, query, now);
  let [matching, unread] = [0, 0];
  for (const id of catalog.neuronsOf(layer.key)) {
    const match = filter(id, catalog.number(id));
    if (match === notKnown) unread++;
    else if (match !== noMatch) matching++;
  }
  const count = { matching, unread };
  ofCatalog.set(layer.key, { version, notesVersion, second, held, count });
  return count;
}

/** The same for all layers that the catalog lists. */
export function countAllMatches(directory: ExplanationDirectory, query: Query): MatchCount {
  let [matching, unread] = [0, 0];
  for (const layer of directory.catalog.layers) {
    const count = countMatches(directory, layer, query);
    matching += count?.matching ?? 0;
    unread += count?.unread ?? 0;
  }
  return { matching, unread };
}

/** Evaluates a query on a directory, in slices, so that `countAllMatches` is fast. */
export async function prepareCounts(
  directory: ExplanationDirectory,
  query: Query,
  slices = new Slices(),
): Promise<void> {
  await prepareFilter(directory, query, slices);
  for (const layer of directory.catalog.layers) {
    countMatches(directory, layer, query);
    if (slices.due) await slices.rest();
  }
}

/** The conditions of a query on a layer's neurons, apart from their explanations. */
export interface NeuronTest {
  readonly ofNumber: NumberTest;
  /** By key of the neuron; undefined if every neuron matches. */
  readonly ofKey: ((key: string) => boolean) | undefined;
  /**
   * By ID in the catalog, without an answer if too little is known of the file; undefined if every
   * file matches.
   */
  readonly ofFile: ((id: number) => boolean | undefined) | undefined;
}

/** Gives the test for each layer; undefined if no neuron of the layer can match. */
export function neuronTests(
  { catalog, notes, path }: ExplanationDirectory,
  query: Query,
  now: number,
): (layer: Group) => NeuronTest | undefined {
  const { ofDirectory, ofLayer, ofNeuron, ofNote } = query;
  const isDirectory = all(ofDirectory, path);
  const ofNumber = (number: number) => all(ofNeuron, number);
  const ofFile = fileTest(catalog, query, now);
  return ({ number, key }) => {
    if (!isDirectory || !all(ofLayer, number)) return undefined;
    if (ofNote.length === 0) return { ofNumber, ofKey: undefined, ofFile };
    const noted = notes.ofLayer(key);
    if (noted.size === 0 && !all(ofNote, noNote)) return undefined;
    const ofKey = (unitKey: string) => all(ofNote, noted.get(unitKey) ?? noNote);
    return { ofNumber, ofKey, ofFile };
  };
}

function fileTest(
  catalog: Catalog,
  { ofModified, ofFaults }: Query,
  now: number,
): NeuronTest['ofFile'] {
  if (ofModified.length + ofFaults.length === 0) return undefined;
  return (id) => {
    if (ofModified.length > 0) {
      const modified = catalog.modified(id) / 1000;
      // Of an unknown time, neither a condition nor its opposite is true.
      if (Number.isNaN(modified)) return catalog.isKeyOnly(id) ? undefined : false;
      for (const { holds } of ofModified) if (!holds(modified, now)) return false;
    }
    if (ofFaults.length === 0) return true;
    if (catalog.state(id) === 'listed') return undefined;
    const [faulty, failed] = [catalog.faulty(id), catalog.failed(id)];
    return ofFaults.every((holds) => holds(faulty, failed));
  };
}

export function all<T>(tests: readonly ((value: T) => boolean)[], value: T): boolean {
  for (const holds of tests) if (!holds(value)) return false;
  return true;
}
