import type { Group } from '../../model/unit.ts';
import type { BuildState } from './buildState.ts';
import type { CatalogReader, FileReading } from './catalogReader.ts';
import { type FileStamp, sameStamp, unreadable } from '../../files/fileSource.ts';
import { missingRow, type NeuronRow } from '../rows/neuronRow.ts';

/** Reads files and notes their rows. */
export class FileReads {
  readonly #state: BuildState;
  readonly #reader: CatalogReader;
  /** Keys of files whose ends are being read. */
  readonly #looking = new Set<string>();

  constructor(state: BuildState, reader: CatalogReader) {
    this.#state = state;
    this.#reader = reader;
  }

  async exact(layer: Group, keys: readonly string[]): Promise<void> {
    const { reading, retries } = this.#state;
    for (const key of keys) reading.begin(key);
    try {
      await this.#read(layer, keys, 'exact');
    } catch (error) {
      for (const key of keys) retries.forget(key);
      throw error;
    } finally {
      for (const key of keys) {
        if (reading.end(key)) this.#state.addFile(layer.key, key);
      }
    }
  }

  /** Only those of the files without any row. */
  async provisional(layer: Group, keys: readonly string[]): Promise<void> {
    const { catalog } = this.#state.directory;
    const unread = keys.filter((key) => {
      const id = catalog.find(key);
      // It may be queued again while it is read.
      return id !== undefined && catalog.state(id) === 'listed' && !this.#looking.has(key);
    });
    for (const key of unread) this.#looking.add(key);
    try {
      await this.#read(layer, unread, 'provisional');
    } finally {
      for (const key of unread) this.#looking.delete(key);
    }
  }

  async #read(layer: Group, keys: readonly string[], how: 'exact' | 'provisional'): Promise<void> {
    const readings = await this.#reader.read(layer, keys, how);
    // Its layer may be deleted by now.
    if (this.#state.isGone(layer)) return;
    for (const reading of readings) noteReading(this.#state, layer, reading, how);
    this.#state.listener.changed(layer.key);
  }
}

/** Notes in the catalog what reading a file gave. */
export function noteReading(
  state: BuildState,
  layer: Group,
  reading: FileReading,
  how: 'exact' | 'provisional',
): void {
  if (!reading.stamp && state.directory.declared) noteMissing(state, layer, reading.key);
  else if (how === 'provisional') noteProvisional(state, layer, stamped(state, reading));
  else noteExact(state, layer, stamped(state, reading));
}

/** A refusal of a store says nothing of the file, so the stamp of its listing holds. */
function stamped({ directory: { catalog, source } }: BuildState, reading: FileReading) {
  const { key, stamp } = reading;
  const id = catalog.find(key);
  if (!source.isRemote || !stamp || id === undefined || !sameStamp(stamp, unreadable))
    return reading;
  return { ...reading, stamp: catalog.isKeyOnly(id) ? unreadable : catalog.stamp(id) };
}

/** A declared neuron without a file. */
function noteMissing({ directory }: BuildState, layer: Group, key: string): void {
  directory.catalog.set(layer, key, unreadable, missingRow, 'exact');
}

/** Only if the file is as listed and not read since. */
function noteProvisional(state: BuildState, layer: Group, reading: FileReading): void {
  const { key, stamp, row, transient } = reading;
  const { catalog } = state.directory;
  const id = catalog.find(key);
  if (!stamp || !row || id === undefined || catalog.state(id) !== 'listed') return;
  // Nothing else reads a file of a store.
  if (transient && !state.isRead(layer.key)) noteTransient(state, layer, key, stamp, row);
  if (transient) return;
  if (catalog.isKeyOnly(id)) catalog.list(layer, key, stamp);
  if (sameStamp(catalog.stamp(id), stamp)) catalog.set(layer, key, stamp, row, 'provisional');
}

function noteExact(
  state: BuildState,
  layer: Group,
  { key, stamp, row, transient }: FileReading,
): void {
  const { retries, listener } = state;
  const { catalog, dialect } = state.directory;
  const id = catalog.find(key);
  const isListed = stamp && id !== undefined && sameStamp(catalog.stamp(id), stamp);
  if (!isListed) state.digests.delete(layer.key);
  if (!stamp) {
    catalog.remove(key);
    retries.forget(key);
  } else if (transient && row) noteTransient(state, layer, key, stamp, row);
  else if (!row || (row.failure !== undefined && retries.isUnfinished(key, stamp))) {
    catalog.list(layer, key, stamp);
    retries.add(key, stamp);
  } else {
    retries.forget(key);
    catalog.set(layer, key, stamp, row, 'exact');
    if (row.failure !== undefined) listener.unreadable?.(dialect.pathOf(key), row.failure);
  }
}

/** Keeps the old row of a temporarily unreadable file. Without one, the row gives the reason. */
function noteTransient(
  state: BuildState,
  layer: Group,
  key: string,
  stamp: FileStamp,
  row: NeuronRow,
): void {
  const { catalog, dialect } = state.directory;
  const known = catalog.find(key);
  // A file that could not be opened keeps the stamp of its listing.
  const as = known !== undefined && sameStamp(stamp, unreadable) ? catalog.stamp(known) : stamp;
  const failure = state.tryAgain(key, row.failure ?? '', as);
  state.listener.unreadable?.(dialect.pathOf(key), failure);
  const id = catalog.list(layer, key, as);
  if (catalog.state(id) === 'listed' || catalog.failed(id))
    catalog.set(layer, key, as, { ...row, failure }, 'provisional');
}
