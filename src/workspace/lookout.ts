import * as vscode from 'vscode';
import type { NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { FileStamp } from '../files/fileSource.ts';
import type { Catalogs } from './catalogs.ts';
import type { Directories } from './directories.ts';
import { neuronRef } from './place.ts';

/** For what is open: when to look at its files again, and where they are now. */
export class Lookout implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #look = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /**
   * Any file may have changed. Fires often, so checking an unchanged file must be cheap.
   */
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
   * The same neuron in its directory as it is known now: one that went and came back is another
   * object.
   */
  current(neuron: NeuronRef): NeuronRef {
    const known = this.#directories.all.find(({ directory: d }) => d.uri === neuron.directory.uri);
    return known ? { ...neuron, directory: known.directory } : neuron;
  }

  /** Whether the file of a neuron is there, as far as is known. */
  isThere({ directory, layer, file }: NeuronRef): boolean {
    const known = this.#directories.all.find(({ directory: { uri } }) => uri === directory.uri);
    return known !== undefined && known.directory.has(layer.name, file.name) !== false;
  }

  /**
   * Where the file of a neuron is now that is gone from its place and had this stamp: in its layer
   * under another name, or under its name in a layer or directory of another name. Undefined where
   * no file, or more than one, can be it.
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
        // The catalog may not know yet that it is gone.
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
