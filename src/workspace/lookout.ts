import * as vscode from 'vscode';
import type { NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { FileStamp } from '../files/fileSource.ts';
import type { Catalogs } from './catalogs.ts';
import type { Directories } from './directories.ts';

/** A reason to check files. */
export interface Look {
  /** The user asked for it. */
  readonly isAsked: boolean;
}

/** Tells open views when to check their files, and where those files are now. */
export class Lookout implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #look = new vscode.EventEmitter<Look>();
  readonly #subscriptions: vscode.Disposable;

  /** Any file may have changed. Fires often, so the check of an unchanged file must be cheap. */
  readonly onLook = this.#look.event;

  constructor(directories: Directories, catalogs: Catalogs) {
    this.#directories = directories;
    const look = () => this.#look.fire({ isAsked: false });
    this.#subscriptions = vscode.Disposable.from(
      this.#look,
      directories.onDidChange(look),
      directories.onDidRefresh(() => this.#look.fire({ isAsked: true })),
      catalogs.onDidChange(look),
      catalogs.onDidCompare(look),
    );
  }

  /**
   * The neuron in the current object of its directory: one that was removed and added again is a
   * new object.
   */
  current(neuron: NeuronRef): NeuronRef {
    const known = this.#directories.find(neuron.directory.uri);
    return known ? { ...neuron, directory: known.directory } : neuron;
  }

  /** Whether the neuron's file exists, as far as known. */
  isThere(neuron: NeuronRef): boolean {
    const known = this.#directories.find(neuron.directory.uri);
    return known !== undefined && known.directory.has(neuron) !== false;
  }

  /**
   * Finds the new place of a missing neuron file with this stamp: another name in its layer, or the
   * same name in a renamed layer or directory. Undefined unless exactly one file qualifies.
   */
  movedTo({ directory, group, unit }: NeuronRef, stamp: FileStamp): NeuronRef | undefined {
    const found: NeuronRef[] = [];
    for (const { directory: other } of this.#directories.all) {
      const { catalog } = other;
      const add = (id: number) => {
        if (catalog.hasStamp(id, stamp)) found.push(other.refOf(id));
      };
      if (other.uri === directory.uri) {
        // The catalog may not know yet that the file is deleted.
        const own = catalog.find(unit.key);
        for (const id of catalog.neuronsOf(group.key)) if (id !== own) add(id);
        for (const { key } of catalog.layers) {
          if (key === group.key) continue;
          const id = catalog.find(directory.dialect.inGroup(unit.key, key));
          if (id !== undefined) add(id);
        }
      } else {
        const id = catalog.find(unit.key);
        if (id !== undefined) add(id);
      }
    }
    return found.length === 1 ? found[0] : undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** Calls `changed` when a file is created, written or deleted, inside or outside the workspace. */
export function watchFile(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, name),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  );
}
