import type { Keys } from '../../dialects/dialect.ts';
import { fold } from '../search/fold.ts';

/** The user's verdict on a neuron's best explanation. */
export const verdicts = ['right', 'partly', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

/** The user's note on a neuron. */
export interface NeuronNote {
  readonly starred: boolean;
  readonly verdict: Verdict | null;
  /** Empty if there is none. */
  readonly note: string;
}

/** For a neuron without a note. */
export const noNote: NeuronNote = { starred: false, verdict: null, note: '' };

/** A condition on notes in a query. */
export type NoteTest = (note: NeuronNote) => boolean;

export function isNoted({ starred, verdict, note }: NeuronNote): boolean {
  return starred || verdict !== null || note !== '';
}

export function isSameNote(a: NeuronNote, b: NeuronNote): boolean {
  return a.starred === b.starred && a.verdict === b.verdict && a.note === b.note;
}

/** Parses `is:`, `verdict:` or `note:` of a query. Undefined if it is invalid. */
export function noteTest(operator: 'is' | 'verdict' | 'note', value: string): NoteTest | undefined {
  const wanted = fold(value);
  switch (operator) {
    case 'is':
      if (wanted === 'starred') return ({ starred }) => starred;
      if (wanted === 'noted') return ({ note }) => note !== '';
      return undefined;
    case 'verdict':
      if (wanted === 'none') return ({ verdict }) => verdict === null;
      if (verdicts.some((each) => each === wanted)) return ({ verdict }) => verdict === wanted;
      return undefined;
    case 'note':
      if (wanted.trim() === '') return undefined;
      return ({ note }) => fold(note).includes(wanted);
  }
}

type LayerNotes = ReadonlyMap<string, NeuronNote>;
const noNotes: LayerNotes = new Map();

/** The notes on the neurons of one directory. */
export class DirectoryNotes {
  readonly #keys: Keys;
  #layers: ReadonlyMap<string, LayerNotes> = new Map();
  #version = 0;

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  /** Changes with every change. */
  get version(): number {
    return this.#version;
  }

  /** By key of the neuron. Neurons without a note have no entry. */
  ofLayer(layerKey: string): LayerNotes {
    return this.#layers.get(layerKey) ?? noNotes;
  }

  find(key: string): NeuronNote | undefined {
    return this.#layers.get(this.#keys.groupKeyOf(key))?.get(key);
  }

  /**
   * Replaces all notes, by key of the neuron. Other keys are ignored. Returns the keys of the
   * layers with changes.
   */
  replace(notes: Iterable<readonly [key: string, note: NeuronNote]>): ReadonlySet<string> {
    const layers = new Map<string, Map<string, NeuronNote>>();
    for (const [key, note] of notes) {
      const layerKey = this.#keys.unit(key)?.group.key;
      if (layerKey === undefined || !isNoted(note)) continue;
      const layer = layers.get(layerKey) ?? new Map<string, NeuronNote>();
      layers.set(layerKey, layer.set(key, note));
    }
    const changed = new Set([...this.#layers.keys(), ...layers.keys()]);
    for (const key of changed) {
      if (isSameLayer(this.ofLayer(key), layers.get(key) ?? noNotes)) changed.delete(key);
    }
    if (changed.size > 0) this.#version++;
    this.#layers = layers;
    return changed;
  }
}

function isSameLayer(a: LayerNotes, b: LayerNotes): boolean {
  if (a.size !== b.size) return false;
  for (const [key, note] of a) if (!isSameNote(note, b.get(key) ?? noNote)) return false;
  return true;
}
