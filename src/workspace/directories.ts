import * as vscode from 'vscode';
import {
  findExplanationDirectories,
  isBetterName,
  isOutOfReach,
  type NamedFolder,
  realPathOf,
} from '../catalog/build/discover.ts';
import {
  type ExplanationDirectory,
  neuronId,
  type NeuronRef,
} from '../catalog/rows/explanationDirectory.ts';
import type { DeclaredRange } from '../dialects/openai/declaredFiles.ts';
import { contextKeys, settings } from '../names.ts';
import { coalesce } from './coalesce.ts';
import { configuredDirectories } from './configured.ts';
import { type FileChange, watchFolder } from './fileChanges.ts';
import { log } from './tell.ts';
import { namesOf, neuronTitle } from './namesOf.ts';
import { EachRounds, remotePause, silentAmong } from './rounds.ts';
import { isInStore } from './stores.ts';
import {
  directoryKey,
  openDirectory,
  parseNeuronUri,
  placeOf,
  publicDataAt,
  uriOf,
} from './place.ts';

/** An explanation directory of the window. */
export interface KnownDirectory {
  readonly directory: ExplanationDirectory;
  /** For display: its path in the workspace folder, or its name. */
  readonly label: string;
  /** Distinguishes directories with the same label. */
  readonly description: string;
  /** Short and unique in this window. */
  readonly name: string;
  /** Whether the user added it, so that it can be removed. */
  readonly added: boolean;
}

const limits = { depth: 4, folders: 2000 };
/** In a store, where each folder takes a request. */
const remoteLimits = { depth: 3, folders: 100 };
const rescanDelay = 500;
/**
 * The interval of searches for directories in milliseconds, for places without events, and the
 * maximum share of time.
 */
const rescanPause = { focused: 10_000, else: 60_000 };
const rescanShare = 0.02;

/** A directory with one of its names. */
interface Candidate extends NamedFolder {
  readonly uri: vscode.Uri;
  readonly added: boolean;
}

/** Where to search for directories: a workspace folder, or a directory that was named. */
interface Place {
  readonly uri: vscode.Uri;
  readonly kind: 'folder' | 'configured' | 'added';
}

/** A place with the directories found in it. */
interface Looked extends Place {
  found: readonly Candidate[];
  /** It responds slowly, so the others do not wait for it. */
  silent: boolean;
  /** Never rejects. */
  readonly look: () => Promise<void>;
}

/** A listed directory, without its names. */
type Listed = Pick<KnownDirectory, 'directory' | 'added'>;

/**
 * The memento key of added directories: URIs, and a word for the sample, whose path changes with
 * the version.
 */
const addedKey = 'addedDirectories';
const sampleWord = 'sample';
/** The memento key of declared ranges, by URI. */
const declaredKey = 'declaredRanges';
type DeclaredRanges = Readonly<Record<string, DeclaredRange>>;

/**
 * The explanation directories of the window: detected in its workspace folders, configured, or
 * added.
 */
export class Directories implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #refreshed = new vscode.EventEmitter<void>();
  readonly #removed = new vscode.EventEmitter<ExplanationDirectory>();
  readonly #filesChanged = new vscode.EventEmitter<readonly FileChange[]>();
  readonly #rescan = coalesce(() => this.#scan(), rescanDelay);
  readonly #rounds = new EachRounds<Looked>(({ look }) => look(), {
    pause: ({ uri }) =>
      (isInStore(uri) ? remotePause : rescanPause)[
        vscode.window.state.focused ? 'focused' : 'else'
      ],
    share: rescanShare,
  });
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #sample: vscode.Uri;
  readonly #memento: vscode.Memento;
  /** By a key for the place, in display order. */
  #places: ReadonlyMap<string, Looked> = new Map();
  #scanning = false;
  #known: readonly KnownDirectory[] = [];

  /** The first search is done, except for places that do not respond. */
  readonly ready: Promise<void>;

  /** The list changed. */
  readonly onDidChange = this.#changed.event;
  /** Files of known directories may have changed. Listeners should check. */
  readonly onDidChangeFiles = this.#filesChanged.event;

  /** The user removed a directory. */
  readonly onDidRemove = this.#removed.event;

  /** The user requested a refresh. */
  readonly onDidRefresh = this.#refreshed.event;

  /** `memento` stores added directories. They belong to this window, not to the settings. */
  constructor(sample: vscode.Uri, memento: vscode.Memento) {
    this.#sample = sample;
    this.#memento = memento;
    this.#subscriptions.push(
      this.#changed,
      this.#filesChanged,
      this.#refreshed,
      this.#removed,
      this.#rescan,
      this.#rounds,
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#rescan.soon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#rescan.now()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#rescan.now()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settings.section}.${settings.directories}`)) {
          void this.#rescan.now();
        }
      }),
    );
    this.ready = this.#rescan.now();
  }

  get all(): readonly KnownDirectory[] {
    return this.#known;
  }

  /** The URIs of places that have not responded yet. */
  get silent(): readonly string[] {
    return [...this.#places.values()].flatMap(({ uri, silent }) =>
      silent ? directoryKey(uri) : [],
    );
  }

  /** Searches for directories again, and compares everything shown with the disk. */
  async refresh(): Promise<void> {
    await this.#rescan.now();
    this.#refreshed.fire();
  }

  /** Schedules a search: a known directory may be deleted. */
  lookAgain(): void {
    this.#rescan.soon();
  }

  /**
   * Adds a directory permanently. `sample` is the one that ships with the extension. `declared` is
   * what a directory contains that cannot be listed.
   */
  async add(added: vscode.Uri | 'sample', declared?: DeclaredRange): Promise<void> {
    if (added !== 'sample' && declared) {
      const known = this.#memento.get<DeclaredRanges>(declaredKey, {});
      await this.#memento.update(declaredKey, { ...known, [directoryKey(added)]: declared });
    }
    const word = added === sampleWord ? sampleWord : directoryKey(added);
    await this.#remember([...this.#added.filter((other) => other !== word), word]);
  }

  /** Removes an added directory, and what is remembered of it. */
  async remove({ directory }: KnownDirectory): Promise<void> {
    const ranges = Object.entries(this.#memento.get<DeclaredRanges>(declaredKey, {}));
    const others = ranges.filter(([uri]) => uri !== directory.uri);
    await this.#memento.update(declaredKey, Object.fromEntries(others));
    this.#removed.fire(directory);
    await this.#remember(
      this.#added.filter((word) => directoryKey(this.#addedUri(word)) !== directory.uri),
    );
  }

  /** The known directory with this URI. */
  find(uri: string): KnownDirectory | undefined {
    return this.#known.find(({ directory }) => directory.uri === uri);
  }

  /** The known directory at this URI, or a new one just for the caller. */
  at(uri: vscode.Uri): ExplanationDirectory {
    const known = this.find(directoryKey(uri));
    return known?.directory ?? openDirectory(uri, this.declaredAt(uri));
  }

  /** What a directory contains that cannot be listed, as the user said or as is known. */
  declaredAt(uri: vscode.Uri): DeclaredRange | undefined {
    const known = this.#memento.get<DeclaredRanges>(declaredKey, {});
    return known[directoryKey(uri)] ?? publicDataAt(uri);
  }

  /** The neuron in the file at this URI, whether or not it exists; undefined for other files. */
  neuronAt(uri: vscode.Uri): NeuronRef | undefined {
    const found = parseNeuronUri(uri);
    return found && this.at(found.directory).refTo(found.key);
  }

  /** The current object of a directory. Unknown directories are not watched. */
  current(directory: ExplanationDirectory): ExplanationDirectory {
    const known = this.find(directory.uri);
    if (!known) directory.changed();
    return known?.directory ?? directory;
  }

  /** The URI of the sample that ships with the extension. */
  get sample(): string {
    return directoryKey(this.#sample);
  }

  /** The short name of a directory among those of the window. It need not be one of them. */
  nameOf(directory: ExplanationDirectory): string {
    const known = this.find(directory.uri);
    if (known) return known.name;
    const all = [...this.#known.map((k) => k.directory), directory];
    return namesOf(all, this.sample).at(-1)!.name;
  }

  /** `5:131`, with the name of the directory if there are several. */
  titleOf(neuron: NeuronRef): string {
    const { directory } = neuron;
    const isAlone = this.#known.every((known) => known.directory.uri === directory.uri);
    return isAlone ? neuronId(neuron) : neuronTitle(neuron, this.nameOf(directory));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#watchers.values()).dispose();
  }

  get #added(): readonly string[] {
    return this.#memento.get<string[]>(addedKey, []);
  }

  async #remember(added: readonly string[]): Promise<void> {
    await this.#memento.update(addedKey, added);
    await this.#rescan.now();
  }

  #addedUri(word: string): vscode.Uri {
    return word === sampleWord ? this.#sample : vscode.Uri.parse(word);
  }

  /**
   * Searches everywhere and publishes the result. Keeps the last result of places that do not
   * respond.
   */
  async #scan(): Promise<void> {
    const all = this.#placesNow();
    const known = this.#places;
    this.#places = new Map(
      all.map((place) => {
        const key = `${place.kind} ${directoryKey(place.uri)}`;
        return [key, known.get(key) ?? this.#looked(place)];
      }),
    );
    this.#rounds.follow(new Set(this.#places.values()));
    // Stores tell of no changes.
    this.#watch(all.map(({ uri }) => uri).filter((uri) => !isInStore(uri)));
    this.#scanning = true;
    const looks = [...this.#places.values()].map((place) => [place, place.look()] as const);
    for (const place of await silentAmong(looks.filter(([{ silent }]) => !silent))) {
      place.silent = true;
      log.warn(`${directoryKey(place.uri)} does not respond yet`);
    }
    this.#scanning = false;
    this.#list();
  }

  #placesNow(): Place[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return [
      ...folders.map(({ uri }) => ({ uri, kind: 'folder' }) as const),
      ...configuredDirectories().map((uri) => ({ uri, kind: 'configured' }) as const),
      ...this.#added.map((word) => ({ uri: this.#addedUri(word), kind: 'added' }) as const),
    ];
  }

  #looked(place: Place): Looked {
    const { uri, kind } = place;
    const isNamed = kind !== 'folder';
    const { path } = placeOf(uri);
    const look = coalesce(async () => {
      try {
        const uris = isNamed ? [uri] : await this.#find(uri);
        looked.found = await Promise.all(uris.map((each) => named(each, kind === 'added')));
      } catch (error) {
        log.error(`${directoryKey(uri)}: ${String(error)}`);
      }
      looked.silent = false;
      if (!this.#scanning) this.#list();
    }, rescanDelay);
    // A named directory is listed even if it does not respond.
    const found = isNamed ? [{ uri, added: kind === 'added', path, real: path }] : [];
    const looked: Looked = { ...place, found, silent: false, look: look.now };
    return looked;
  }

  /** Whether it is always listed. */
  #isNamed(key: string): boolean {
    return [...this.#places.values()].some(
      ({ uri, kind }) => kind !== 'folder' && directoryKey(uri) === key,
    );
  }

  #list(): void {
    const listed = this.#withoutDoubles();
    const names = namesOf(
      listed.map(({ directory }) => directory),
      this.sample,
    );
    this.#setKnown(listed.map((each, i) => ({ ...each, ...names[i]! })));
  }

  /**
   * One entry per directory, with its best name. Removable only if nothing but the user's addition
   * lists it.
   */
  #withoutDoubles(): Listed[] {
    const best = new Map<string, Candidate>();
    const found = new Set<string>();
    for (const each of [...this.#places.values()].flatMap((place) => place.found)) {
      const other = best.get(each.real);
      if (!other || isBetterName(each, other)) best.set(each.real, each);
      if (!each.added) found.add(each.real);
    }
    return [...best.values()].map(({ uri, real }) => ({
      directory: this.at(uri),
      added: !found.has(real),
    }));
  }

  /** The directories in a folder, including those that only fail to respond for now. */
  async #find(folder: vscode.Uri): Promise<vscode.Uri[]> {
    const { source, path } = placeOf(folder);
    const hasNeurons = (folder: string, layerKey: string) =>
      this.#known.some(
        ({ directory }) =>
          directory.source === source &&
          directory.path === folder &&
          (directory.catalog.countOf(layerKey) ?? 0) > 0,
      );
    const paths = await findExplanationDirectories(
      source,
      path,
      source.isRemote ? remoteLimits : limits,
      hasNeurons,
    );
    const found = paths.map((foundPath) => uriOf({ source, path: foundPath }));
    const isFound = new Set(found.map(directoryKey));
    for (const { directory } of this.#known) {
      if (isFound.has(directory.uri) || this.#isNamed(directory.uri)) continue;
      const uri = vscode.Uri.parse(directory.uri);
      const isHere = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString();
      if (isHere && (await isOutOfReach(source, directory.path))) found.push(uri);
    }
    return found;
  }

  #setKnown(known: readonly KnownDirectory[]): void {
    const key = (list: readonly KnownDirectory[]) =>
      JSON.stringify(list.map((k) => [k.directory.uri, k.label, k.description, k.name, k.added]));
    const same = key(known) === key(this.#known);
    if (!same) {
      this.#known = known;
      log.info(
        `Explanation directories: ${known.map((k) => k.directory.uri).join(', ') || 'none'}`,
      );
    }
    void vscode.commands.executeCommand('setContext', contextKeys.ready, true);
    void vscode.commands.executeCommand('setContext', contextKeys.hasDirectories, known.length > 0);
    if (!same) this.#changed.fire();
  }

  /** Watches exactly these folders. */
  #watch(folders: readonly vscode.Uri[]): void {
    const wanted = new Map(folders.map((folder) => [directoryKey(folder), folder]));
    for (const [key, watcher] of this.#watchers) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      this.#watchers.delete(key);
    }
    for (const [key, folder] of wanted) {
      if (this.#watchers.has(key)) continue;
      const watcher = watchFolder(folder, () => this.#known.map(({ directory }) => directory), {
        files: (changes) => this.#filesChanged.fire(changes),
        directories: () => this.#rescan.soon(),
      });
      this.#watchers.set(key, watcher);
    }
  }
}

async function named(uri: vscode.Uri, added: boolean): Promise<Candidate> {
  const { source, path } = placeOf(uri);
  return { uri, added, path, real: await realPathOf(source, path) };
}
