import type { Dialect, Keys } from '../../dialects/dialect.ts';
import { type FileStamp, sameStamp } from '../../files/fileSource.ts';
import type { ScoreKind } from '../../model/score.ts';
import { compareUnits, type Group, type Unit } from '../../model/unit.ts';
import { ExplanationColumns } from './explanationColumns.ts';
import { bytes, counts, doubles } from './growable.ts';
import { missingRow, type NeuronRow, type RowExplanation } from './neuronRow.ts';
import { Slices } from '../slices.ts';

/**
 * How much of a neuron is known. `listed`: its file exists. `provisional`: from both ends of its
 * file. `exact`: from the whole file.
 */
export type RowState = 'listed' | 'provisional' | 'exact';

const states: readonly RowState[] = ['listed', 'provisional', 'exact'];
const provisional = states.indexOf('provisional');
const exact = states.indexOf('exact');
/** The size and time of a file of which only the name is known. */
const noStamp = -1;
/** The latest time that a `Date` can hold, in microseconds. */
const latestTime = 8.64e18;
/** One more than the states: the file is deleted. */
const removed = states.length;

type Faults = Pick<NeuronRow, 'failure' | 'problems' | 'problemCount'>;
const noFaults: Faults = { failure: undefined, problems: [], problemCount: 0 };

/** Memory is only released for more removed neurons than this. */
const keptRoom = 4096;
/** Neurons removed per slice. */
const removedAtOnce = 1024;
/** For removed neurons. */
const noLayer: Group = { key: '', number: NaN, label: '' };
const noUnit: Unit = noLayer;

/** The neurons of one layer. */
interface Layer {
  readonly group: Group;
  /** By number if that gives the key, else by key. */
  readonly ids: Map<number | string, number>;
  /** The catalog's version at the last change of this layer. */
  version: number;
  /** Changes when a name is added or removed. */
  namesVersion: number;
}

/**
 * The rows of an explanation directory in memory, one per neuron. Stored in columns, since a
 * directory has hundreds of thousands. A neuron has an ID, a small number that stays while the
 * neuron exists.
 */
export class Catalog {
  readonly #keys: Keys;
  readonly #layers = new Map<string, Layer>();
  /** Of all explanations, the preferred kind first. */
  readonly scoreKinds: readonly ScoreKind[];
  #explanations: ExplanationColumns;
  readonly #layerOf: Layer[] = [];
  readonly #numbers = doubles();
  readonly #sizes = doubles();
  readonly #modified = doubles();
  readonly #states = bytes();
  /** The first explanation of each neuron, and the number of explanations. */
  readonly #first = counts();
  readonly #count = counts();
  /** Only keys other than the usual one of the number. */
  readonly #unusualKeys = new Map<number, string>();
  readonly #faults = new Map<number, Faults>();
  /** Declared neurons without a file. */
  readonly #missing = new Set<number>();
  readonly #tally = [0, 0, 0, 0];
  #version = 0;
  #exactVersion = 0;
  /** The number of callers that keep IDs during a wait. */
  #holders = 0;

  constructor(dialect: Keys & Pick<Dialect, 'scoreKinds'>) {
    this.#keys = dialect;
    this.scoreKinds = dialect.scoreKinds;
    this.#explanations = new ExplanationColumns(this.scoreKinds.length);
  }

  /**
   * The explanations of all neurons. Replaced by new columns with new IDs after many removals. A
   * waiting caller continues with the old columns.
   */
  get explanations(): ExplanationColumns {
    return this.#explanations;
  }

  /** Changes with every change. */
  get version(): number {
    return this.#version;
  }

  /** Changes with every change of exact rows. */
  get exactVersion(): number {
    return this.#exactVersion;
  }

  /** The number of neurons. */
  get size(): number {
    return this.#states.length - this.#tally[removed]!;
  }

  /** Greater than the ID of any neuron so far. */
  get nextId(): number {
    return this.#states.length;
  }

  /** The number of neurons in a state. */
  tally(state: RowState): number {
    return this.#tally[states.indexOf(state)]!;
  }

  /** The listed layers, in numerical order. */
  get layers(): Group[] {
    return [...this.#layers.values()].map(({ group }) => group).sort(compareUnits);
  }

  /**
   * Until the returned function is called, IDs of removed neurons are not reused, and explanations
   * keep their IDs. For callers that keep IDs during a wait.
   */
  hold(): () => void {
    this.#holders++;
    return () => {
      this.#holders--;
      this.#giveBack();
    };
  }

  /** The IDs of a layer's neurons, unordered. */
  neuronsOf(layerKey: string): Iterable<number> {
    return this.#layers.get(layerKey)?.ids.values() ?? [];
  }

  /**
   * The IDs of all neurons by layer and number. A caller that waits meanwhile may get IDs of
   * removed neurons.
   */
  *inOrder(): Generator<number> {
    const release = this.hold();
    try {
      for (const { key } of this.layers) {
        const ids = [...this.neuronsOf(key)];
        yield* ids.sort(
          (a, b) => this.number(a) - this.number(b) || (this.key(a) < this.key(b) ? -1 : 1),
        );
      }
    } finally {
      release();
    }
  }

  countOf(layerKey: string): number | undefined {
    return this.#layers.get(layerKey)?.ids.size;
  }

  /** Changes with every change of the layer; undefined if it is not listed. */
  versionOf(layerKey: string): number | undefined {
    return this.#layers.get(layerKey)?.version;
  }

  /** Changes with every added or removed file of the layer; undefined if it is not listed. */
  namesVersionOf(layerKey: string): number | undefined {
    return this.#layers.get(layerKey)?.namesVersion;
  }

  find(key: string): number | undefined {
    const layerKey = this.#keys.groupKeyOf(key);
    return this.#layers.get(layerKey)?.ids.get(this.#shortKey(key));
  }

  /** Whether a neuron still exists. */
  has(id: number): boolean {
    if (id >= this.#states.length || this.#states.values[id] === removed) return false;
    const layer = this.#layerOf[id]!;
    return this.#layers.get(layer.group.key) === layer;
  }

  layer(id: number): Group {
    return this.#layerOf[id]?.group ?? noLayer;
  }

  unit(id: number): Unit {
    return this.#keys.unit(this.key(id))?.unit ?? noUnit;
  }

  /** The key of a neuron. */
  key(id: number): string {
    const layer = this.#layerOf[id];
    if (!layer) return '';
    return (
      this.#unusualKeys.get(id) ?? this.#keys.usualKey(layer.group.key, this.#numbers.values[id]!)
    );
  }

  /** The number to sort by. */
  number(id: number): number {
    return this.#numbers.values[id]!;
  }

  hasStamp(id: number, { size, modified }: FileStamp): boolean {
    return this.#sizes.values[id] === size && this.#modified.values[id] === modified;
  }

  /** The time of the file as in its stamp, in microseconds; NaN if it is unknown. */
  modified(id: number): number {
    const modified = this.#modified.values[id]!;
    // Virtual file systems may give 0.
    const isKnown = this.#sizes.values[id]! >= 0 && modified !== 0;
    return isKnown && Math.abs(modified) <= latestTime ? modified : NaN;
  }

  stamp(id: number): FileStamp {
    return { size: this.#sizes.values[id]!, modified: this.#modified.values[id]! };
  }

  state(id: number): RowState {
    return states[this.#states.values[id]!]!;
  }

  /** The row as far as it is known; undefined if it is not. */
  row(id: number): NeuronRow | undefined {
    const state = this.#states.values[id]!;
    if (state !== provisional && state !== exact) return undefined;
    const first = this.#first.values[id]!;
    const end = first + this.#count.values[id]!;
    const explanations: RowExplanation[] = [];
    for (let i = first; i < end; i++) explanations.push(this.explanations.get(i));
    if (this.#missing.has(id)) return missingRow;
    return { explanations, ...(this.#faults.get(id) ?? noFaults) };
  }

  /** The ID of a neuron's best explanation; undefined if there is none or it is unknown. */
  best(id: number): number | undefined {
    return this.#count.values[id]! > 0 ? this.#first.values[id] : undefined;
  }

  /** The number of a neuron's explanations. Their IDs follow that of the best one, best first. */
  explanationCount(id: number): number {
    return this.#count.values[id]!;
  }

  failed(id: number): boolean {
    return this.#faults.get(id)?.failure !== undefined;
  }

  /** Whether the neuron's file has problems. */
  faulty(id: number): boolean {
    return this.#faults.has(id);
  }

  /** Adds a layer, even if it has no neurons. */
  addLayer(layer: Group): void {
    this.#layer(layer);
  }

  /** Adds a neuron by key. Its stamp stays unknown, unless it was known before. */
  addKey(layer: Group, key: string): number {
    return this.#id(layer, key);
  }

  /** Whether only the key of a neuron is known. */
  isKeyOnly(id: number): boolean {
    return this.#sizes.values[id] === noStamp && this.#modified.values[id] === noStamp;
  }

  /** Adds a file. Known contents stay if the file is unchanged. */
  list(layer: Group, key: string, stamp: FileStamp): number {
    const id = this.#id(layer, key);
    if (this.hasStamp(id, stamp)) return id;
    // Show the old row until the file is read again.
    if (this.state(id) === 'exact' && !sameStamp(this.stamp(id), stamp))
      this.#setState(id, 'provisional');
    this.#sizes.values[id] = stamp.size;
    this.#modified.values[id] = stamp.modified;
    this.#touch(this.#layerOf[id]!);
    return id;
  }

  /** Sets the contents of a file with this stamp. */
  set(
    layer: Group,
    key: string,
    stamp: FileStamp,
    row: NeuronRow,
    state: 'provisional' | 'exact',
  ): number {
    const id = this.#id(layer, key);
    this.#sizes.values[id] = stamp.size;
    this.#modified.values[id] = stamp.modified;
    this.#setExplanations(id, row.explanations);
    const { failure, problems, problemCount } = row;
    if (problemCount > 0) this.#faults.set(id, { failure, problems, problemCount });
    if (row === missingRow) this.#missing.add(id);
    else this.#missing.delete(id);
    this.#setState(id, state);
    this.#touch(this.#layerOf[id]!);
    return id;
  }

  remove(key: string): void {
    const layerKey = this.#keys.groupKeyOf(key);
    const layer = this.#layers.get(layerKey);
    const short = this.#shortKey(key);
    const id = layer?.ids.get(short);
    if (id !== undefined) this.#removeNeuron(layer!, short, id);
  }

  /** Removes a layer immediately, and its rows in slices. */
  async removeLayer(layerKey: string, slices = new Slices()): Promise<void> {
    const layer = this.#layers.get(layerKey);
    if (!layer) return;
    this.#layers.delete(layerKey);
    this.#version++;
    const release = this.hold();
    try {
      let count = 0;
      for (const id of layer.ids.values()) {
        this.#forgetRow(id);
        this.#setState(id, removed);
        if (++count % removedAtOnce === 0 && slices.due) await slices.rest();
      }
      layer.ids.clear();
      this.#version++;
    } finally {
      release();
    }
  }

  #removeNeuron(layer: Layer, key: number | string, id: number): void {
    layer.ids.delete(key);
    this.#forgetRow(id);
    this.#setState(id, removed);
    layer.namesVersion++;
    this.#touch(layer);
    this.#giveBack();
  }

  /** Releases the memory of removed neurons, if it is worth it. */
  #giveBack(): void {
    if (this.#holders > 0) return;
    const last = this.#states.values[this.#states.length - 1];
    if (last === removed && this.#tally[removed]! > keptRoom) this.#dropLast();
    const { removed: gone, length } = this.#explanations;
    if (gone > keptRoom && gone * 2 > length) this.#renewExplanations();
  }

  /** Neurons keep their IDs, so only IDs after the last one can be dropped. */
  #dropLast(): void {
    let { length } = this.#states;
    while (length > 0 && this.#states.values[length - 1] === removed) length--;
    this.#tally[removed]! -= this.#states.length - length;
    this.#layerOf.length = length;
    for (const column of [this.#numbers, this.#sizes, this.#modified, this.#states])
      column.truncate(length);
    for (const column of [this.#first, this.#count]) column.truncate(length);
    for (const id of this.#unusualKeys.keys()) if (id >= length) this.#unusualKeys.delete(id);
  }

  #renewExplanations(): void {
    const all = this.#explanations;
    this.#explanations = new ExplanationColumns(this.scoreKinds.length);
    for (let id = 0; id < this.#states.length; id++) {
      const first = this.#first.values[id]!;
      this.#first.values[id] = this.#explanations.length;
      for (let i = 0; i < this.#count.values[id]!; i++)
        this.#explanations.add(id, all.get(first + i));
    }
  }

  #touch(layer: Layer): void {
    layer.version = ++this.#version;
  }

  #setExplanations(id: number, explanations: readonly RowExplanation[]): void {
    const first = this.#first.values[id]!;
    const { texts } = this.explanations;
    // An exact row usually has the texts of the provisional row, so results for them stay valid.
    const sameTexts =
      explanations.length === this.#count.values[id] &&
      explanations.every(({ text }, i) => text === texts[first + i]);
    if (sameTexts) {
      this.#faults.delete(id);
      for (const [i, each] of explanations.entries()) this.explanations.renumber(first + i, each);
      return;
    }
    this.#forgetRow(id);
    this.#first.values[id] = this.explanations.length;
    this.#count.values[id] = explanations.length;
    for (const explanation of explanations) this.explanations.add(id, explanation);
    this.#giveBack();
  }

  #forgetRow(id: number): void {
    const first = this.#first.values[id]!;
    for (let i = 0; i < this.#count.values[id]!; i++) this.explanations.remove(first + i);
    this.#count.values[id] = 0;
    this.#faults.delete(id);
    this.#missing.delete(id);
  }

  #setState(id: number, state: RowState | typeof removed): void {
    const code = typeof state === 'number' ? state : states.indexOf(state);
    const before = this.#states.values[id]!;
    if (code === exact || before === exact) this.#exactVersion++;
    this.#tally[before]!--;
    this.#tally[code]!++;
    this.#states.values[id] = code;
  }

  #layer(group: Group): Layer {
    const known = this.#layers.get(group.key);
    if (known) return known;
    const layer: Layer = { group, ids: new Map(), version: 0, namesVersion: 0 };
    this.#layers.set(group.key, layer);
    this.#touch(layer);
    return layer;
  }

  #id(group: Group, key: string): number {
    const layer = this.#layer(group);
    const short = this.#shortKey(key);
    const known = layer.ids.get(short);
    if (known !== undefined) return known;
    const id = this.#states.length;
    layer.ids.set(short, id);
    layer.namesVersion++;
    this.#touch(layer);
    this.#layerOf.push(layer);
    this.#numbers.push(typeof short === 'number' ? short : this.#keys.numberOf(key));
    if (typeof short === 'string') this.#unusualKeys.set(id, key);
    this.#sizes.push(noStamp);
    this.#modified.push(noStamp);
    this.#states.push(0);
    this.#tally[0]!++;
    this.#first.push(0);
    this.#count.push(0);
    return id;
  }

  /** Small numbers for usual keys: strings would take several times the memory. */
  #shortKey(key: string): number | string {
    const number = this.#keys.usualNumber(key);
    return number !== undefined && number <= 0x3fffffff ? number : key;
  }
}
