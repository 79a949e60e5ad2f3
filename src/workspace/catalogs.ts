import * as vscode from 'vscode';
import type { ExplanationDirectory, NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import { CatalogFiles } from '../workers/catalogFile.ts';
import { layerFiles, type LayerFiles } from '../workers/poolFiles.ts';
import type { WorkerPool } from '../workers/workerPool.ts';
import { CatalogKeeper } from './catalogKeeper.ts';
import type { Directories } from './directories.ts';
import type { FileChange } from './fileChanges.ts';
import { log, warn } from './tell.ts';
import {
  compareOnce,
  comparePause,
  compareShare,
  EachRounds,
  remotePause,
  silentAmong,
} from './rounds.ts';
import { settings } from '../names.ts';
import { addressOf, placeAtAddress } from './stores.ts';
import { directoryKey, placeOf, shownPath } from './place.ts';
import { ownFolder } from './ownFolder.ts';
import { describeCatalogJob, threadPool } from './threads.ts';

/** Rows of a directory's catalog that changed. */
export interface CatalogChange {
  readonly directory: ExplanationDirectory;
  /**
   * The layers with changes. Contains an empty name if the directory became listable or unlistable.
   */
  readonly layerKeys: ReadonlySet<string>;
}

/** The progress of a directory's catalog. */
export interface CatalogProgress {
  /** Neurons with exact rows, of those listed so far. */
  readonly exact: number;
  readonly total: number;
  /** Whether all layers are listed, so that `total` is final. */
  readonly listed: boolean;
  /** `partial`: all done, but of a store only what someone looked at or asked for. */
  readonly state: 'reading' | 'paused' | 'partial' | 'done';
  /** Neurons with any row. */
  readonly known: number;
}

/** The memento key of layers of stores to index, by URI of their directory. Null for all. */
const askedKey = 'askedLayers';
type AskedLayers = Readonly<Record<string, readonly (string | null)[]>>;

/** The interval between change events in milliseconds. A tree is slow with an event per change. */
const newsInterval = 250;
/**
 * The catalogs of all known directories: loaded from disk, built in the background, kept up to
 * date.
 */
export class Catalogs implements vscode.Disposable {
  /** The folder for saved catalogs, for display. */
  readonly storage: string;
  readonly #directories: Directories;
  readonly #memento: vscode.Memento;
  readonly #pool: WorkerPool;
  readonly #files: CatalogFiles;
  readonly #keepers = new Map<ExplanationDirectory, CatalogKeeper>();
  readonly #changed = new vscode.EventEmitter<readonly CatalogChange[]>();
  readonly #progressed = new vscode.EventEmitter<void>();
  readonly #compared = new vscode.EventEmitter<void>();
  /** Finds changes where no events arrive, as on network drives and behind links. */
  readonly #rounds = new EachRounds<CatalogKeeper>(
    (keeper) => compareOnce(keeper).then(() => this.#compared.fire()),
    {
      pause: ({ isRemote }) =>
        (isRemote ? remotePause : comparePause)[vscode.window.state.focused ? 'focused' : 'else'],
      share: compareShare,
    },
  );
  readonly #subscriptions: vscode.Disposable;
  /** Why the catalogs of some directories cannot be saved. */
  readonly #unsaved = new Map<ExplanationDirectory, string>();
  #news = new Map<ExplanationDirectory, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;

  /** Rows changed. Throttled. */
  readonly onDidChange = this.#changed.event;
  /** `progress`, `paused` or `unsaved` changed. */
  readonly onDidProgress = this.#progressed.event;
  /** A directory was compared with the disk. Other parts may check their files as well. */
  readonly onDidCompare = this.#compared.event;

  constructor(directories: Directories, context: vscode.ExtensionContext) {
    this.#directories = directories;
    this.#memento = context.workspaceState;
    this.#pool = threadPool(context.extensionUri, describeCatalogJob);
    const storage = vscode.Uri.joinPath(context.globalStorageUri, 'catalogs');
    this.storage = placeOf(storage).path;
    this.#files = new CatalogFiles(ownFolder(storage));
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#progressed,
      this.#compared,
      this.#rounds,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#rounds.now(({ isRemote }) => !isRemote);
      }),
      directories.onDidChange(() => this.#follow()),
      directories.onDidChangeFiles((changes) => this.#onFiles(changes)),
      directories.onDidRefresh(() => void this.refresh()),
    );
    void this.#files.tidy();
    void directories.ready.then(() => this.#follow());
  }

  /** Whether indexing is paused. */
  get paused(): boolean {
    return this.#paused;
  }

  /** The total of all known directories; undefined if there are none. */
  get overall(): CatalogProgress | undefined {
    const all = [...this.#keepers.keys()].flatMap((directory) => this.progress(directory) ?? []);
    if (all.length === 0) return undefined;
    const has = (state: CatalogProgress['state']) => all.some((each) => each.state === state);
    return {
      exact: all.reduce((sum, { exact }) => sum + exact, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
      known: all.reduce((sum, { known }) => sum + known, 0),
      listed: all.every(({ listed }) => listed),
      state: (['reading', 'paused', 'partial'] as const).find(has) ?? 'done',
    };
  }

  /** Why catalogs cannot be saved; undefined if all are saved. */
  get unsaved(): string | undefined {
    const [reason] = this.#unsaved.values();
    return reason;
  }

  /** Undefined for an unknown directory. */
  progress(directory: ExplanationDirectory): CatalogProgress | undefined {
    const keeper = this.#keepers.get(directory);
    if (!keeper) return undefined;
    const { catalog, size } = directory;
    const exact = catalog.tally('exact');
    return {
      exact,
      known: exact + catalog.tally('provisional'),
      total: size,
      listed: keeper.listed,
      state: this.#stateOf(keeper),
    };
  }

  #stateOf(keeper: CatalogKeeper): CatalogProgress['state'] {
    if (keeper.busy) return 'reading';
    if (keeper.complete) return 'done';
    if (this.#paused) return 'paused';
    return keeper.isRemote ? 'partial' : 'done';
  }

  /** The files of any directory, known or not. */
  filesOf(directory: ExplanationDirectory): LayerFiles {
    return layerFiles(this.#pool, directory);
  }

  /** Indexes a layer first, because the user is looking at it. */
  want(directory: ExplanationDirectory, layerKey: string): void {
    this.#keepers.get(directory)?.want(layerKey);
  }

  /** Reads what the rows of these neurons show, if nothing else would: they are in sight. */
  look(neurons: readonly NeuronRef[]): void {
    for (const [directory, keeper] of this.#keepers) {
      if (!keeper.isRemote) continue;
      const here = neurons.filter((neuron) => neuron.directory === directory);
      if (here.length > 0) keeper.look(here.map(({ unit }) => unit.key));
    }
  }

  /** Indexes a layer of a store, or without a key all of it. Continues in the next window. */
  async readWhole(directory: ExplanationDirectory, layerKey?: string): Promise<void> {
    const { uri } = directory;
    const asked = this.#memento.get<AskedLayers>(askedKey, {});
    const before = asked[uri] ?? [];
    const now = layerKey === undefined ? [null] : [...new Set([...before, layerKey])];
    await this.#memento.update(askedKey, { ...asked, [uri]: now });
    if (this.#paused) this.resume();
    await this.#keepers.get(directory)?.read(layerKey);
  }

  /** Pauses indexing. Rows so far are kept. */
  pause(): void {
    this.#paused = true;
    for (const keeper of this.#keepers.values()) keeper.pause();
    this.#progressed.fire();
  }

  /** Resumes indexing. */
  resume(): void {
    this.#paused = false;
    for (const keeper of this.#keepers.values()) keeper.resume();
    this.#progressed.fire();
  }

  /** Checks all files again, and reports directories that do not respond. */
  async refresh(): Promise<void> {
    const looks = [...this.#keepers].map(([{ uri }, keeper]) => [uri, keeper.refresh()] as const);
    const silent = new Set([...this.#directories.silent, ...(await silentAmong(looks))]);
    if (silent.size === 0) return;
    void warn(
      vscode.l10n.t(
        'No response from {0}. Showing the last known contents. Check the connection of the drive, or the extension that provides it.',
        [...silent].map(shownPath).join(', '),
      ),
    );
  }

  /** Resolves when all catalogs, or that of one directory, are up to date or paused. */
  async finished(only?: ExplanationDirectory): Promise<void> {
    if (only) return this.#keepers.get(only)?.finished();
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.finished()));
  }

  /** Saves the catalogs before the window closes. */
  async close(): Promise<void> {
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.save()));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    for (const keeper of this.#keepers.values()) keeper.dispose();
    this.#pool.dispose();
  }

  /** Keeps one keeper per known directory. */
  #follow(): void {
    const known = new Set(this.#directories.all.map(({ directory }) => directory));
    for (const [directory, keeper] of this.#keepers) {
      if (known.has(directory)) continue;
      this.#keepers.delete(directory);
      this.#unsaved.delete(directory);
      void keeper.save().finally(() => keeper.dispose());
    }
    for (const directory of known) if (!this.#keepers.has(directory)) this.#keep(directory);
    this.#rounds.follow(new Set(this.#keepers.values()));
    this.#progressed.fire();
  }

  #keep(directory: ExplanationDirectory): void {
    const keeper = new CatalogKeeper(directory, this.filesOf(directory), this.#files, {
      changed: (layerKey) => this.#tell(directory, layerKey),
      idle: () => this.#tell(directory),
      saving: (failure) => {
        // A directory that is no longer known is saved one last time.
        if (failure === undefined || this.#keepers.get(directory) !== keeper)
          this.#unsaved.delete(directory);
        else this.#unsaved.set(directory, failure);
        this.#progressed.fire();
      },
      log,
      published: publishedCatalogOf(directory.uri),
    });
    this.#keepers.set(directory, keeper);
    if (this.#paused) keeper.pause();
    void keeper.open();
    if (!keeper.isRemote) return;
    for (const layerKey of this.#memento.get<AskedLayers>(askedKey, {})[directory.uri] ?? [])
      void keeper.read(layerKey ?? undefined);
  }

  #onFiles(changes: readonly FileChange[]): void {
    for (const { directory, layerKey, key } of changes)
      this.#keepers.get(directory)?.touch(layerKey, key);
  }

  #tell(directory: ExplanationDirectory, layerKey?: string): void {
    const layers = this.#news.get(directory) ?? new Set();
    this.#news.set(directory, layers);
    if (layerKey !== undefined) layers.add(layerKey);
    this.#timer ??= setTimeout(() => this.#flush(), newsInterval);
  }

  #flush(): void {
    this.#timer = undefined;
    const news = [...this.#news].filter(([, layerKeys]) => layerKeys.size > 0);
    this.#news = new Map();
    // A directory that cannot be listed may be deleted or renamed.
    if (news.some(([directory, names]) => names.has('') && directory.failure()))
      this.#directories.lookAgain();
    if (news.length > 0)
      this.#changed.fire(news.map(([directory, layerKeys]) => ({ directory, layerKeys })));
    this.#progressed.fire();
  }
}

/** The address in the setting for this directory. */
function publishedCatalogOf(uri: string): string | undefined {
  const { section, storesCatalogs } = settings;
  const map: unknown = vscode.workspace.getConfiguration(section).get(storesCatalogs);
  if (typeof map !== 'object' || map === null) return undefined;
  for (const [address, catalog] of Object.entries(map)) {
    try {
      const directory = placeAtAddress(address);
      if (!directory || directoryKey(directory.uri) !== uri || typeof catalog !== 'string')
        continue;
      const place = placeAtAddress(catalog);
      if (place) return addressOf(place.uri);
    } catch (error) {
      log.warn(`${section}.${storesCatalogs}: ${String(error)}`);
    }
  }
  return undefined;
}
