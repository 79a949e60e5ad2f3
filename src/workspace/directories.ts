import * as vscode from 'vscode';
import { findExplanationDirectories } from '../catalog/discover.ts';
import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';
import { contextKeys, settings } from '../names.ts';
import { coalesce } from './coalesce.ts';
import {
  addConfiguredDirectory,
  configuredDirectories,
  removeConfiguredDirectory,
} from './configured.ts';
import { type FileChange, watchFolder } from './fileChanges.ts';
import { directoryKey, openDirectory, placeOf, uriOf } from './place.ts';

/** An explanation directory that the window knows of. */
export interface KnownDirectory {
  readonly directory: ExplanationDirectory;
  /** For people: its path below the workspace folder, or its name. */
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly description: string;
  /** Whether it was added rather than found, so that it can be removed. */
  readonly configured: boolean;
}

const limits = { depth: 4, folders: 2000 };
const rescanDelay = 500;
const sampleShown = 'sampleShown';

/** The explanation directories of the window: those found in its workspace folders, and those of the setting. */
export class Directories implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #filesChanged = new vscode.EventEmitter<readonly FileChange[]>();
  readonly #rescan = coalesce(() => this.#scan(), rescanDelay);
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #sample: vscode.Uri;
  readonly #memento: vscode.Memento;
  #known: readonly KnownDirectory[] = [];

  /** The list is another one. */
  readonly onDidChange = this.#changed.event;
  /** Files of known directories came, went or changed; what was read of them is forgotten already. */
  readonly onDidChangeFiles = this.#filesChanged.event;

  /** `memento` remembers whether the sample is shown. */
  constructor(sample: vscode.Uri, memento: vscode.Memento) {
    this.#sample = sample;
    this.#memento = memento;
    this.#subscriptions.push(
      this.#changed,
      this.#filesChanged,
      this.#rescan,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#rescan.now()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#rescan.now()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settings.section}.${settings.directories}`)) {
          void this.#rescan.now();
        }
      }),
    );
  }

  get all(): readonly KnownDirectory[] {
    return this.#known;
  }

  /** Looks for directories again, and forgets what was read of all. */
  async refresh(): Promise<void> {
    const before = this.#known;
    for (const { directory } of before) directory.changed();
    await this.#rescan.now();
    // The list is told of when it is another one; its content may be, too.
    if (this.#known === before) this.#changed.fire();
  }

  /** Adds a directory for good. */
  async add(uri: vscode.Uri): Promise<void> {
    await addConfiguredDirectory(uri);
    await this.#rescan.now();
  }

  /** Takes a directory away that was added. */
  async remove(known: KnownDirectory): Promise<void> {
    if (known.directory.uri === directoryKey(this.#sample)) await this.showSample(false);
    else await removeConfiguredDirectory(known.directory.uri);
    await this.#rescan.now();
  }

  /** Shows the directory that comes with the extension, or no longer. */
  async showSample(shown: boolean): Promise<ExplanationDirectory> {
    await this.#memento.update(sampleShown, shown);
    await this.#rescan.now();
    return this.at(this.#sample);
  }

  /** The directory at this URI: a known one, else one just for the caller. */
  at(uri: vscode.Uri): ExplanationDirectory {
    const key = directoryKey(uri);
    return (
      this.#known.find(({ directory }) => directory.uri === key)?.directory ?? openDirectory(uri)
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#watchers.values()).dispose();
  }

  async #scan(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => this.#find(folder)));
    const configured = configuredDirectories();
    if (this.#memento.get(sampleShown)) configured.push(this.#sample);
    const configuredKeys = new Set(configured.map(directoryKey));
    const byKey = new Map<string, KnownDirectory>();
    for (const [uri, label, description] of [
      ...found.flat(),
      ...configured.map((uri) => [uri, basename(uri), uri.fsPath] as const),
    ]) {
      const directory = this.at(uri);
      if (byKey.has(directory.uri)) continue;
      const isConfigured = configuredKeys.has(directory.uri);
      byKey.set(directory.uri, { directory, label, description, configured: isConfigured });
    }
    this.#watch([...folders.map(({ uri }) => uri), ...configured]);
    this.#setKnown([...byKey.values()]);
  }

  async #find(folder: vscode.WorkspaceFolder) {
    const { source, path } = placeOf(folder.uri);
    const found = await findExplanationDirectories(source, path, limits);
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    return found.map((foundPath) => {
      const uri = uriOf({ source, path: foundPath });
      const below = uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
      return [uri, below || folder.name, several && below ? folder.name : ''] as const;
    });
  }

  #setKnown(known: readonly KnownDirectory[]): void {
    const key = (list: readonly KnownDirectory[]) =>
      JSON.stringify(list.map((k) => [k.directory.uri, k.label, k.description, k.configured]));
    const same = key(known) === key(this.#known);
    if (!same) this.#known = known;
    void vscode.commands.executeCommand('setContext', contextKeys.ready, true);
    void vscode.commands.executeCommand('setContext', contextKeys.hasDirectories, known.length > 0);
    if (!same) this.#changed.fire();
  }

  /** Watches these folders and no others. */
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

function basename(uri: vscode.Uri): string {
  return uri.path.split('/').findLast(Boolean) ?? uri.toString();
}
