import { FileError, type FileStamp } from '../../files/fileSource.ts';
import type { Group } from '../../model/unit.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import type { Retries } from './retries.ts';
import { Underway, WorkQueue } from './workQueue.ts';

/** Receives the events of a builder. */
export interface BuildListener {
  /**
   * Rows of a layer changed, or it was added or removed. An empty key: the directory can be listed
   * again, or no longer.
   */
  changed(layerKey: string): void;
  /** All work is done for now. */
  idle(): void;
  /** An internal error. Everything else continues. */
  failed(error: unknown): void;
  /**
   * A file that is not a neuron, by path in the directory, or a folder that cannot be listed.
   * Everything else continues.
   */
  unreadable?(path: string, reason: string): void;
}

/** What the parts of a catalog builder share. */
export class BuildState {
  readonly directory: ExplanationDirectory;
  readonly listener: BuildListener;
  readonly retries: Retries;
  readonly queue = new WorkQueue();
  /** The known layers, by key. */
  readonly layers = new Map<string, Group>();
  /** The digest of the listing that the catalog reflects, by layer. */
  readonly digests = new Map<string, number>();
  /** The folder's modification time at the last comparison, by layer. */
  readonly folderTimes = new Map<string, number | undefined>();
  /** By key of a neuron. */
  readonly reading = new Underway();
  /** The layers that someone asked to read. Only matters for stores. */
  readonly #asked = new Set<string>();
  #askedAll = false;
  disposed = false;

  constructor(directory: ExplanationDirectory, listener: BuildListener, retries: Retries) {
    this.directory = directory;
    this.listener = listener;
    this.retries = retries;
  }

  /** Whether work on a layer is void: it is deleted, or the builder is disposed. */
  isGone({ key }: Group): boolean {
    return this.disposed || !this.layers.has(key);
  }

  /** Whether all files of a layer are read, not only those that someone looks at. */
  isRead(layerKey: string): boolean {
    return !this.directory.source.isRemote || this.#askedAll || this.#asked.has(layerKey);
  }

  /** Someone asks to read a layer; without a key, all of them. */
  ask(layerKey: string | undefined): void {
    if (layerKey === undefined) this.#askedAll = true;
    else this.#asked.add(layerKey);
  }

  /**
   * A file that is being read is read again afterwards, since the current read may predate the
   * change.
   */
  addFile(layerKey: string, key: string): void {
    if (!this.reading.repeat(key)) this.queue.addFile('exact', layerKey, key);
  }

  /** Reports an internal error. */
  failed(error: unknown): void {
    if (!this.disposed) this.listener.failed(error);
  }

  /** Reports why a folder cannot be listed, and schedules a retry if that may help. */
  noteFailure(layerKey: string, error: FileError): void {
    const before = this.directory.failure(layerKey);
    const reason = error.transient ? this.tryAgain(layerKey, error.reason) : error.reason;
    const { path, transient, remedy } = error;
    this.directory.noteFailure(layerKey, new FileError(path, reason, { transient, remedy }));
    if (before?.reason === reason) return;
    this.listener.changed(layerKey);
    const { dialect } = this.directory;
    this.listener.unreadable?.(layerKey === '' ? '.' : dialect.pathOf(layerKey), reason);
  }

  /** Schedules a retry. Returns the reason with the time until then. */
  tryAgain(key: string, reason: string, stamp?: FileStamp): string {
    const pause = this.retries.add(key, stamp);
    return `${reason}. Trying again in ${Math.ceil(pause / 1000)} s`;
  }
}
