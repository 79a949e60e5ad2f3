import { CatalogBuilder } from '../catalog/build/catalogBuilder.ts';
import type { CatalogReader } from '../catalog/build/catalogReader.ts';
import { FileError } from '../files/fileSource.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { CatalogFiles } from '../workers/catalogFile.ts';
import type { Log } from './tell.ts';

/** The save interval during indexing, in milliseconds. */
const saveInterval = 30_000;
/** The longest pause between attempts to save, in milliseconds. */
const longestPause = 600_000;
/** More unreadable files than this are logged at level debug: a directory may have any number. */
const mostWarnings = 20;

export interface KeeperOptions {
  /** The address of a published catalog that the user named. */
  readonly published?: string | undefined;
  /** As `BuildListener.changed`. */
  changed(layerKey: string): void;
  /** Opening and indexing are complete, or paused. */
  idle(): void;
  /** Saving failed for this reason. Undefined: it works again. */
  saving(failure: string | undefined): void;
  readonly log: Log;
}

/** The catalog of one directory: loads it, brings it up to date, and saves it. */
export class CatalogKeeper {
  readonly #directory: ExplanationDirectory;
  readonly #files: CatalogFiles;
  readonly #options: KeeperOptions;
  readonly #builder: CatalogBuilder;
  /** `catalog.exactVersion` at the last save. */
  #kept = 0;
  /** When the update started, and the number of unreadable files and folders logged since. */
  #since = performance.now();
  #unreadable = 0;
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The kind of the last save error. */
  #failure: string | undefined;
  #pause = saveInterval;
  #opening: Promise<void> | undefined;
  #disposed = false;
  readonly #end = new AbortController();

  constructor(
    directory: ExplanationDirectory,
    reader: CatalogReader,
    files: CatalogFiles,
    options: KeeperOptions,
  ) {
    this.#directory = directory;
    this.#files = files;
    this.#options = options;
    this.#builder = new CatalogBuilder(directory, reader, {
      changed: (layerKey) => this.#onChange(layerKey),
      idle: () => {
        options.idle();
        this.#tellState();
        void this.save();
      },
      unreadable: (path, reason) => this.#tellUnreadable(path, reason),
      failed: (error) => this.#tellFault(error),
    });
  }

  /** Whether comparing takes requests to a store. */
  get isRemote(): boolean {
    return this.#directory.source.isRemote ?? false;
  }

  get busy(): boolean {
    return this.#opening !== undefined || this.#builder.busy;
  }

  /** Whether all neurons are listed. */
  get listed(): boolean {
    return this.#builder.listed;
  }

  /** Whether every neuron's row is exact. */
  get complete(): boolean {
    const { catalog, size } = this.#directory;
    return this.listed && catalog.tally('exact') === size;
  }

  /** Loads the saved catalog, which is fast, and then brings it up to date. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
      // If there was nothing to read, nothing else tells that it is no longer busy.
      if (!this.#builder.busy) this.#options.idle();
    }));
  }

  /** Checks all files again. Resolves when the layers are known. */
  refresh(): Promise<void> {
    this.#begin();
    return this.#builder.start().catch((error: unknown) => this.#tellFault(error));
  }

  /** Compares the catalog with the disk until `isOver`, and applies changes. Never rejects. */
  compare(isOver: () => boolean): Promise<void> {
    if (this.#opening) return Promise.resolve();
    return this.#builder.compare(isOver).catch((error: unknown) => this.#tellFault(error));
  }

  want(layerKey: string): void {
    this.#builder.want(layerKey);
  }

  look(keys: readonly string[]): void {
    this.#builder.look(keys);
  }

  /** As `CatalogBuilder.read`, once the saved catalog is open. Never rejects. */
  async read(layerKey?: string): Promise<void> {
    await this.#opening;
    this.#begin();
    await this.#builder.read(layerKey).catch((error: unknown) => this.#tellFault(error));
  }

  touch(layerKey: string, key: string | undefined): void {
    this.#builder.touch(layerKey, key);
  }

  pause(): void {
    this.#builder.pause();
    void this.save();
  }

  resume(): void {
    this.#begin();
    this.#builder.resume();
  }

  /** Resolves when the catalog is up to date or paused, and saved. */
  async finished(): Promise<void> {
    await this.#opening;
    await this.#builder.finished();
    await this.save();
  }

  /**
   * Saves the catalog if it changed. Never rejects: everything works without, only slower next
   * time.
   */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  dispose(): void {
    this.#disposed = true;
    this.#end.abort();
    clearTimeout(this.#timer);
    this.#builder.dispose();
  }

  async #open(): Promise<void> {
    const { uri, catalog } = this.#directory;
    const { log } = this.#options;
    try {
      const start = performance.now();
      if (await this.#files.load(this.#directory)) {
        const took = Math.round(performance.now() - start);
        log.info(`${uri}: opened the catalog of ${catalog.size} neurons in ${took} ms`);
      }
      this.#kept = catalog.exactVersion;
    } catch (error) {
      log.warn(`${uri}: could not load the saved catalog, rebuilding it: ${String(error)}`);
    }
    if (this.#disposed) return;
    for (const { key } of catalog.layers) this.#options.changed(key);
    void this.#openPublished();
    await this.refresh();
  }

  /** Rows of a catalog that someone published: those of a store are not read otherwise. */
  async #openPublished(): Promise<void> {
    const { source, path, uri, catalog, declared } = this.#directory;
    const { published, log } = this.#options;
    if (!source.isRemote || (declared && published === undefined) || this.complete) return;
    try {
      const { findPublishedCatalog, loadPublishedCatalog } =
        await import('../catalog/parquet/publishedCatalog.ts');
      const stamp = published === undefined ? undefined : await source.stat(published);
      if (published !== undefined && !stamp) throw new FileError(published, 'no such file');
      const files = stamp
        ? [{ path: published!, stamp }]
        : await findPublishedCatalog(source, path);
      if (files.length === 0) return;
      const start = performance.now();
      await loadPublishedCatalog(this.#directory, files, { signal: this.#end.signal });
      const took = Math.round(performance.now() - start);
      log.info(`${uri}: opened the published catalog, ${catalog.size} neurons, in ${took} ms`);
    } catch (error) {
      if (!this.#disposed) log.warn(`${uri}: no published catalog: ${String(error)}`);
    }
    if (this.#disposed) return;
    for (const { key } of catalog.layers) this.#options.changed(key);
    this.#options.idle();
  }

  #begin(): void {
    this.#since = performance.now();
    this.#unreadable = 0;
  }

  #tellFault(error: unknown): void {
    this.#options.log.error(`${this.#directory.uri}: ${String(error)}`);
  }

  #tellUnreadable(path: string, reason: string): void {
    const { log } = this.#options;
    const text = `${this.#directory.uri}: ${path} could not be read: ${reason}`;
    if (++this.#unreadable > mostWarnings) log.debug(text);
    else log.warn(text);
    if (this.#unreadable === mostWarnings)
      log.warn(`${this.#directory.uri}: more unreadable files are logged at level “debug”`);
  }

  /** Logs what the builder did. */
  #tellState(): void {
    const { uri, catalog } = this.#directory;
    const state = this.#builder.paused ? 'paused' : 'up to date';
    const took = Math.round(performance.now() - this.#since);
    this.#options.log.info(
      `${uri}: the catalog is ${state} after ${took} ms: ${catalog.size} neurons, ` +
        `${catalog.tally('exact')} indexed, ${this.#unreadable} unreadable`,
    );
    this.#begin();
  }

  #onChange(layerKey: string): void {
    this.#options.changed(layerKey);
    this.#timer ??= setTimeout(() => void this.save(), saveInterval);
  }

  async #save(): Promise<void> {
    const { uri, catalog } = this.#directory;
    const version = catalog.exactVersion;
    if (version === this.#kept) return;
    try {
      const start = performance.now();
      await this.#files.save(this.#directory);
      this.#kept = version;
      const took = Math.round(performance.now() - start);
      this.#options.log.info(`${uri}: saved ${catalog.tally('exact')} rows in ${took} ms`);
      this.#tellSaving(undefined);
    } catch (error) {
      this.#tellSaving(error);
      if (this.#disposed) return;
      this.#timer ??= setTimeout(() => void this.save(), this.#pause);
      this.#pause = Math.min(2 * this.#pause, longestPause);
    }
  }

  /** Reports each kind of error once, and recovery. */
  #tellSaving(error: unknown): void {
    const reason = error instanceof Error ? error.message : 'unknown error';
    // The message may contain a file name that differs each time.
    const failure = error === undefined ? undefined : ((error as { code?: string }).code ?? reason);
    if (failure === undefined) this.#pause = saveInterval;
    if (failure === this.#failure) return;
    this.#failure = failure;
    const { uri } = this.#directory;
    if (failure === undefined) this.#options.log.info(`${uri}: the catalog was saved again`);
    else this.#options.log.warn(`${uri}: could not save the catalog: ${reason}`);
    this.#options.saving(failure && reason);
  }
}
