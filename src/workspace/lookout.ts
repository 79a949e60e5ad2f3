import * as vscode from 'vscode';
import type { NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { FileStamp } from '../files/fileSource.ts';
import type { Catalogs } from './catalogs.ts';
import type { Directories } from './directories.ts';
import { neuronRef } from './place.ts';

/** Tells open views when to check their files, and where those files are now. */
export class Lookout implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #look = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Any file may have changed. Fires often, so the check of an unchanged file must be cheap. */
  readonly onLook = this.#look.event;

  constructor(directories: Directories, catalogs: Catalogs) {
    this.#directories = directories;
    const look = () => this.#look.fire();
    this.#subscriptions = vscode.Disposable.from(
      this.#look,
      directories.onDidChange(look),
      directories.onDidRefresh(look),
      catalogs.onDidChange(look),
      catalogs.onDidCompare(look),
    );
  }

  /**
   * The neuron in the current object of its directory: one that was removed and added again is a
   * new object.
   */
  current(neuron: NeuronRef): NeuronRef {
    const known = this.#directories.all.find(({ directory: d }) => d.uri === neuron.directory.uri);
    return known ? { ...neuron, directory: known.directory } : neuron;
  }

  /** Whether the neuron's file exists, as far as known. */
  isThere({ directory, layer, file }: NeuronRef): boolean {
    const known = this.#directories.all.find(({ directory: { uri } }) => uri === directory.uri);
    return known !== undefined && known.directory.has(layer.name, file.name) !== false;
  }

  /**
   * Finds the new place of a missing neuron file with this stamp: another name in its layer, or the
   * same name in a renamed layer or directory. Undefined unless exactly one file qualifies.
   */
  movedTo({ directory, layer, file }: NeuronRef, stamp: FileStamp): NeuronRef | undefined {
    const found: NeuronRef[] = [];
    for (const { directory: other } of this.#directories.all) {
      const { catalog } = other;
      const add = (id: number) => {
        if (catalog.hasStamp(id, stamp))
          found.push(neuronRef(other, catalog.layer(id).name, catalog.file(id).name));
      };
      if (other.uri === directory.uri) {
        // The catalog may not know yet that the file is deleted.
        const own = catalog.find(layer.name, file.name);
        for (const id of catalog.neuronsOf(layer.name)) if (id !== own) add(id);
        for (const { name } of catalog.layers) {
          const id = name === layer.name ? undefined : catalog.find(name, file.name);
          if (id !== undefined) add(id);
        }
      } else {
        const id = catalog.find(layer.name, file.name);
        if (id !== undefined) add(id);
      }
    }
    return found.length === 1 ? found[0] : undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
