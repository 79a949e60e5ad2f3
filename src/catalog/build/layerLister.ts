import { FileError, type FileStamp, sameStamp } from '../../files/fileSource.ts';
import type { Group } from '../../model/unit.ts';
import { smallFile } from '../rows/provisionalRow.ts';
import { whileHeld } from '../rows/whileHeld.ts';
import { Slices } from '../slices.ts';
import type { BuildState } from './buildState.ts';
import type { CatalogReader, LayerListing } from './catalogReader.ts';
import { Underway } from './workQueue.ts';

/** Files recorded per slice. */
const notedAtOnce = 512;

/** Lists layers, brings the catalog's files up to date, and queues those to read. */
export class LayerLister {
  readonly #state: BuildState;
  readonly #reader: CatalogReader;
  /** Checks whether layers were deleted. */
  readonly #lookAtLayers: () => Promise<unknown>;
  /** By key of a layer. */
  readonly #listing = new Underway();
  /** Keys of files that changed while their layer was listed: the listing may predate that. */
  readonly #changed = new Set<string>();

  constructor(state: BuildState, reader: CatalogReader, lookAtLayers: () => Promise<unknown>) {
    this.#state = state;
    this.#reader = reader;
    this.#lookAtLayers = lookAtLayers;
  }

  isListing(layerKey: string): boolean {
    return this.#listing.has(layerKey);
  }

  /** Queues the listing of a layer. One that runs now is repeated, since it may be too early. */
  add(layer: Group): void {
    this.#state.layers.set(layer.key, layer);
    // A declared layer is only listed when someone looks at it.
    if (this.#state.directory.declared) return;
    if (!this.#listing.repeat(layer.key)) this.#state.queue.addList(layer.key);
  }

  /** Tells that a file changed, in case its layer is being listed. */
  fileChanged(layerKey: string, key: string): void {
    if (this.#listing.has(layerKey)) this.#changed.add(key);
  }

  /** Updates a layer from the disk; given a listing's digest, only if the listing has changed. */
  async list(layer: Group, known?: number): Promise<void> {
    const state = this.#state;
    const { catalog, dialect } = state.directory;
    this.#listing.begin(layer.key);
    try {
      await whileHeld([catalog], () => this.#listAndNote(layer, known));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // The folder may be deleted.
      await this.#lookAtLayers();
      if (!state.isGone(layer)) state.noteFailure(layer.key, error);
    } finally {
      for (const key of this.#changed)
        if (dialect.groupKeyOf(key) === layer.key) this.#changed.delete(key);
      if (this.#listing.end(layer.key) && state.layers.has(layer.key)) this.add(layer);
    }
  }

  async #listAndNote(layer: Group, known: number | undefined): Promise<void> {
    const { directory, listener, retries } = this.#state;
    // Files added during the listing are not deleted just because it lacks them.
    const { nextId } = directory.catalog;
    const listing = await this.#reader.list(layer, known);
    if (this.#state.isGone(layer)) return;
    const failed = directory.failure(layer.key) !== undefined;
    if (listing) await this.#note(layer, listing, nextId);
    if (this.#state.isGone(layer)) return;
    directory.noteListed(layer.key);
    retries.forget(layer.key);
    if (failed) listener.changed(layer.key);
  }

  /** Whether a file with a row is another now. */
  #hasChanged(key: string, stamp: FileStamp): boolean {
    const { catalog } = this.#state.directory;
    const id = catalog.find(key);
    return (
      id !== undefined && catalog.state(id) !== 'listed' && !sameStamp(catalog.stamp(id), stamp)
    );
  }

  /** `nextId` is the catalog's from the start of the listing. */
  async #note(layer: Group, listing: LayerListing, nextId: number): Promise<void> {
    const state = this.#state;
    const { digests, queue, retries } = state;
    const { catalog, source } = state.directory;
    const before = catalog.version;
    const slices = new Slices();
    const gone = new Set<number>();
    for (const id of catalog.neuronsOf(layer.key)) if (id < nextId) gone.add(id);
    // Later changes make a different listing.
    if (listing.digest !== undefined) digests.set(layer.key, listing.digest);
    catalog.addLayer(layer);
    for (const [i, key] of listing.keys.entries()) {
      if (i % notedAtOnce === 0 && slices.due) await slices.rest();
      if (state.isGone(layer)) return;
      if (this.#changed.has(key)) {
        digests.delete(layer.key);
        continue;
      }
      const stamp = { size: listing.sizes[i]!, modified: listing.modified[i]! };
      const isRead = state.isRead(layer.key) || this.#hasChanged(key, stamp);
      const id = catalog.list(layer, key, stamp);
      gone.delete(id);
      const known = catalog.state(id);
      if (known === 'exact' || !isRead || retries.has(key, stamp)) continue;
      if (known === 'listed' && stamp.size > smallFile && !source.isRemote)
        queue.addFile('provisional', layer.key, key);
      state.addFile(layer.key, key);
    }
    let count = 0;
    for (const id of gone) {
      if (++count % notedAtOnce === 0 && slices.due) await slices.rest();
      if (state.isGone(layer)) return;
      const key = catalog.key(id);
      // It may be deleted already, and its key reused.
      if (catalog.find(key) !== id) continue;
      if (this.#changed.has(key)) digests.delete(layer.key);
      else {
        catalog.remove(key);
        retries.forget(key);
      }
    }
    if (catalog.version !== before) state.listener.changed(layer.key);
  }
}
