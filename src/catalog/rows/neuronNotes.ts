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

/**
 * Parses `is:`, `verdict:` or `note:` of a query. Returns a string with what was expected if it is
 * invalid.
 */
export function noteTest(operator: 'is' | 'verdict' | 'note', value: string): NoteTest | string {
  const wanted = fold(value);
  switch (operator) {
    case 'is':
      if (wanted === 'starred') return ({ starred }) => starred;
      if (wanted === 'noted') return ({ note }) => note !== '';
      return 'starred or noted after is:';
    case 'verdict':
      if (wanted === 'none') return ({ verdict }) => verdict === null;
      if (verdicts.some((each) => each === wanted)) return ({ verdict }) => verdict === wanted;
      return `${verdicts.join(', ')} or none after verdict:`;
    case 'note':
      if (wanted.trim() === '') return 'part of a note after note:';
      return ({ note }) => fold(note).includes(wanted);
  }
}

type LayerNotes = ReadonlyMap<string, NeuronNote>;
const noNotes: LayerNotes = new Map();

/** The notes on the neurons of one directory, by layer and file name. */
export class DirectoryNotes {
  #layers: ReadonlyMap<string, LayerNotes> = new Map();
  #version = 0;

  /** Changes with every change. */
  get version(): number {
    return this.#version;
  }

  /** By file name. Neurons without a note have no entry. */
  ofLayer(layerName: string): LayerNotes {
    return this.#layers.get(layerName) ?? noNotes;
  }

  find(layerName: string, fileName: string): NeuronNote | undefined {
    return this.#layers.get(layerName)?.get(fileName);
  }

  /**
   * Replaces all notes, by paths such as `5/131.jsonl`. Returns the names of the layers with
   * changes.
   */
  replace(notes: Iterable<readonly [path: string, note: NeuronNote]>): ReadonlySet<string> {
    const layers = new Map<string, Map<string, NeuronNote>>();
    for (const [path, note] of notes) {
      const [, layerName, fileName] = /^(\d+)\/(\d+\.jsonl)$/.exec(path) ?? [];
      if (!layerName || !fileName || !isNoted(note)) continue;
      const layer = layers.get(layerName) ?? new Map<string, NeuronNote>();
      layers.set(layerName, layer.set(fileName, note));
    }
    const names = new Set([...this.#layers.keys(), ...layers.keys()]);
    for (const name of names) {
      if (isSameLayer(this.ofLayer(name), layers.get(name) ?? noNotes)) names.delete(name);
    }
    if (names.size > 0) this.#version++;
    this.#layers = layers;
    return names;
  }
}

function isSameLayer(a: LayerNotes, b: LayerNotes): boolean {
  if (a.size !== b.size) return false;
  for (const [name, note] of a) if (!isSameNote(note, b.get(name) ?? noNote)) return false;
  return true;
}
