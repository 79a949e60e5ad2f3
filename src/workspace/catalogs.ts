import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { Checker } from '../check/checkDirectory.ts';
import { CatalogFiles } from '../workers/catalogFile.ts';
import { checkerOf, readerOf } from '../workers/readers.ts';
import type { WorkerPool } from '../workers/workerPool.ts';
import { CatalogKeeper } from './catalogKeeper.ts';
import type { Directories } from './directories.ts';
import type { FileChange } from './fileChanges.ts';
import { log } from './log.ts';
import { silentAmong } from './patience.ts';
import { shownPath } from './place.ts';
import { compareOnce, comparePause, compareShare, EachRounds } from './rounds.ts';
import { warn } from './tell.ts';
import { describeCatalogJob, threadPool } from './threads.ts';

/** Rows of a directory's catalog that are not as they were. */
export interface CatalogChange {
  readonly directory: ExplanationDirectory;
  /**
   * The names of the layers in which they are; an empty one if the directory can or cannot be
   * listed now.
   */
  readonly layerNames: ReadonlySet<string>;
}

/** How far a directory's catalog is. */
export interface CatalogProgress {
  /** Neurons whose rows are exact, of how many that are listed so far. */
  readonly exact: number;
  readonly total: number;
  /** Whether all layers have been listed, so that `total` is that. */
  readonly listed: boolean;
  readonly state: 'reading' | 'paused' | 'done';
}

/** How often changes are told of, in milliseconds: a tree is slow when told of each. */
const newsInterval = 250;
/** Keeps the catalogs of all known directories: read from the disk, built in the background, brought up to date. */
export class Catalogs implements vscode.Disposable {
  /** The folder where they are saved. */
  readonly storage: string;
  readonly #directories: Directories;
  readonly #pool: WorkerPool;
  readonly #files: CatalogFiles;
  readonly #keepers = new Map<ExplanationDirectory, CatalogKeeper>();
  readonly #changed = new vscode.EventEmitter<readonly CatalogChange[]>();
  readonly #progressed = new vscode.EventEmitter<void>();
  readonly #compared = new vscode.EventEmitter<void>();
  /**
   * Where no events come, as from network drives and behind links, this is how changes are found.
   */
  readonly #rounds = new EachRounds<CatalogKeeper>(
    (keeper) => compareOnce(keeper).then(() => this.#compared.fire()),
    {
      pause: () => comparePause[vscode.window.state.focused ? 'focused' : 'else'],
      share: compareShare,
    },
  );
  readonly #subscriptions: vscode.Disposable;
  /** The directories whose catalogs cannot be saved, and why. */
  readonly #unsaved = new Map<ExplanationDirectory, string>();
  #news = new Map<ExplanationDirectory, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;

  /** Rows came, went or are others; told from time to time, not for each. */
  readonly onDidChange = this.#changed.event;
  /** `progress` of some directory, `paused` or `unsaved` is another. */
  readonly onDidProgress = this.#progressed.event;
  /** A directory was compared with the disk; whatever else is open may look, too. */
  readonly onDidCompare = this.#compared.event;

  constructor(directories: Directories, context: vscode.ExtensionContext) {
    this.#directories = directories;
    this.#pool = threadPool(context.extensionUri, describeCatalogJob);
    this.storage = vscode.Uri.joinPath(context.globalStorageUri, 'catalogs').fsPath;
    this.#files = new CatalogFiles(this.storage);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#progressed,
      this.#compared,
      this.#rounds,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#rounds.now();
      }),
      directories.onDidChange(() => this.#follow()),
      directories.onDidChangeFiles((changes) => this.#onFiles(changes)),
      directories.onDidRefresh(() => void this.refresh()),
    );
    void this.#files.tidy();
    void directories.ready.then(() => this.#follow());
  }

  /** Whether someone has stopped the reading for now. */
  get paused(): boolean {
    return this.#paused;
  }

  /** Of all known directories together; undefined where there is none. */
  get overall(): CatalogProgress | undefined {
    const all = [...this.#keepers.keys()].flatMap((directory) => this.progress(directory) ?? []);
    if (all.length === 0) return undefined;
    const has = (state: CatalogProgress['state']) => all.some((each) => each.state === state);
    return {
      exact: all.reduce((sum, { exact }) => sum + exact, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
      listed: all.every(({ listed }) => listed),
      state: has('reading') ? 'reading' : has('paused') ? 'paused' : 'done',
    };
  }

  /** Why catalogs cannot be saved; undefined where all are. */
  get unsaved(): string | undefined {
    const [reason] = this.#unsaved.values();
    return reason;
  }

  /** Undefined for a directory that is not known. */
  progress(directory: ExplanationDirectory): CatalogProgress | undefined {
    const keeper = this.#keepers.get(directory);
    if (!keeper) return undefined;
    const { catalog } = directory;
    return {
      exact: catalog.tally('exact'),
      total: catalog.size,
      listed: keeper.listed,
      state: keeper.busy ? 'reading' : this.#paused && !keeper.complete ? 'paused' : 'done',
    };
  }

  /** Who checks the files of a directory, whether or not it is known. */
  checkerOf(directory: ExplanationDirectory): Checker {
    return checkerOf(this.#pool, directory);
  }

  /** Reads a layer before the rest, because someone looks at it. */
  want(directory: ExplanationDirectory, layerName: string): void {
    this.#keepers.get(directory)?.want(layerName);
  }

  /** Stops the reading; what has been read is kept. */
  pause(): void {
    this.#paused = true;
    for (const keeper of this.#keepers.values()) keeper.pause();
    this.#progressed.fire();
  }

  /** Goes on where it was stopped. */
  resume(): void {
    this.#paused = false;
    for (const keeper of this.#keepers.values()) keeper.resume();
    this.#progressed.fire();
  }

  /** Looks at all files again, and says which directories do not answer. */
  async refresh(): Promise<void> {
    const looks = [...this.#keepers].map(([{ uri }, keeper]) => [uri, keeper.refresh()] as const);
    const silent = new Set([...this.#directories.silent, ...(await silentAmong(looks))]);
    if (silent.size === 0) return;
    void warn(
      vscode.l10n.t(
        '{0} does not respond. Its last known contents are shown until it does. Check the connection of the drive, or the extension that provides it.',
        [...silent].map(shownPath).join(', '),
      ),
    );
  }

  /** Resolves when all catalogs are up to date, or were paused. */
  async finished(): Promise<void> {
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.finished()));
  }

  /** Keeps what has been read, since the window is about to go. */
  async close(): Promise<void> {
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.save()));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    for (const keeper of this.#keepers.values()) keeper.dispose();
    this.#pool.dispose();
  }

  /** Has a keeper for each known directory, and none for others. */
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
    const keeper = new CatalogKeeper(directory, readerOf(this.#pool, directory), this.#files, {
      changed: (layerName) => this.#tell(directory, layerName),
      idle: () => this.#tell(directory),
      saving: (failure) => {
        // One that is not known any more is saved a last time.
        if (failure === undefined || this.#keepers.get(directory) !== keeper)
          this.#unsaved.delete(directory);
        else this.#unsaved.set(directory, failure);
        this.#progressed.fire();
      },
      log,
    });
    this.#keepers.set(directory, keeper);
    if (this.#paused) keeper.pause();
    void keeper.open();
  }

  #onFiles(changes: readonly FileChange[]): void {
    for (const { directory, layerName, fileName } of changes)
      this.#keepers.get(directory)?.touch(layerName, fileName);
  }

  #tell(directory: ExplanationDirectory, layerName?: string): void {
    const layers = this.#news.get(directory) ?? new Set();
    this.#news.set(directory, layers);
    if (layerName !== undefined) layers.add(layerName);
    this.#timer ??= setTimeout(() => this.#flush(), newsInterval);
  }

  #flush(): void {
    this.#timer = undefined;
    const news = [...this.#news].filter(([, layerNames]) => layerNames.size > 0);
    this.#news = new Map();
    // A directory that cannot be listed may be gone, or have another name.
    if (news.some(([directory, names]) => names.has('') && directory.failure()))
      this.#directories.lookAgain();
    if (news.length > 0)
      this.#changed.fire(news.map(([directory, layerNames]) => ({ directory, layerNames })));
    this.#progressed.fire();
  }
}
