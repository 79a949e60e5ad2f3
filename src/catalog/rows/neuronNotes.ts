import { fold } from '../search/fold.ts';

/** What someone thinks of a neuron's best explanation. */
export const verdicts = ['right', 'partly', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

/** What someone has noted of a neuron. */
export interface NeuronNote {
  readonly starred: boolean;
  readonly verdict: Verdict | null;
  /** Empty where there is none. */
  readonly note: string;
}

/** What is known of a neuron of which nothing was noted. */
export const noNote: NeuronNote = { starred: false, verdict: null, note: '' };

/** What a query says of notes. */
export type NoteTest = (note: NeuronNote) => boolean;

export function isNoted({ starred, verdict, note }: NeuronNote): boolean {
  return starred || verdict !== null || note !== '';
}

export function isSameNote(a: NeuronNote, b: NeuronNote): boolean {
  return a.starred === b.starred && a.verdict === b.verdict && a.note === b.note;
}

/** Reads `is:`, `verdict:` and `note:` of a query; a string says what was expected of one that is not understood. */
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

/** The notes on the neurons of one directory, by the names of layers and files. */
export class DirectoryNotes {
  #layers: ReadonlyMap<string, LayerNotes> = new Map();
  #version = 0;

  /** Another number after each change. */
  get version(): number {
    return this.#version;
  }

  /** By the names of files; of the others nothing is noted. */
  ofLayer(layerName: string): LayerNotes {
    return this.#layers.get(layerName) ?? noNotes;
  }

  find(layerName: string, fileName: string): NeuronNote | undefined {
    return this.#layers.get(layerName)?.get(fileName);
  }

  /** Takes these for all notes, by paths such as `5/131.jsonl`. Returns the names of the layers where something is another. */
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
