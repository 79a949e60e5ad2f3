import * as vscode from 'vscode';
import type { NeuronRef } from '../catalog/explanationDirectory.ts';
import { FileError } from '../files/fileSource.ts';
import { views } from '../names.ts';
import type { CatalogChange, Catalogs } from '../workspace/catalogs.ts';
import type { Directories } from '../workspace/directories.ts';
import type { FileChange } from '../workspace/fileChanges.ts';
import { neuronTooltip, treeItem } from './items.ts';
import { type DirectoryNode, type LayerNode, type NeuronNode, type Node, Nodes } from './nodes.ts';

/** How many layers are counted at a time. */
const countedAtOnce = 4;

const revealAttempts = 20;
const revealInterval = 100;

/** The sidebar: directories, their layers, their neurons. */
export class NeuronTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #nodes = new Nodes();
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(directories: Directories, catalogs: Catalogs) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#view = vscode.window.createTreeView(views.neurons, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      directories.onDidChange(() => this.#reset()),
      directories.onDidChangeFiles((changes) => this.#onFiles(changes)),
      catalogs.onDidChange((changes) => this.#onCatalog(changes)),
      // VS Code does not ask again for the children of what was open before.
      this.#view.onDidExpandElement(({ element }) => this.#wantRows(element)),
    );
  }

  get selection(): readonly Node[] {
    return this.#view.selection;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node, this.#directories.all.length === 1);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'directory' ? undefined : node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.kind !== 'neuron') return item;
    const row = node.neuron.directory.knownRow(node.neuron);
    if (row) item.tooltip = neuronTooltip(node, row);
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#directories.all.map((known) => this.#nodes.directory(known));
    if (node.kind !== 'directory' && node.kind !== 'layer') return [];
    try {
      return node.kind === 'directory' ? await this.#layers(node) : await this.#neurons(node);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return [this.#nodes.message(node, error.reason, true)];
    }
  }

  /** Shows a neuron in the tree and selects it. False where it is not in there. */
  async reveal(neuron: NeuronRef): Promise<boolean> {
    const node = await this.#find(neuron);
    if (!node) return false;
    // A view that was not shown before drops or refuses this until it has drawn its first nodes, and tells of neither.
    for (let attempt = 0; attempt < revealAttempts; attempt++) {
      await this.#view.reveal(node, { select: true, focus: true }).then(undefined, () => undefined);
      if (this.#view.selection[0] === node) break;
      await new Promise((resolve) => setTimeout(resolve, revealInterval));
    }
    return true;
  }

  async #find({ directory, layer, file }: NeuronRef): Promise<NeuronNode | undefined> {
    const known = this.#directories.all.find((k) => k.directory.uri === directory.uri);
    if (!known) return undefined;
    const parent = this.#nodes.directory(known);
    const layerFolder = (await directory.layers()).find(({ name }) => name === layer.name);
    if (!layerFolder) return undefined;
    const neurons = await directory.neurons(layerFolder);
    const found = neurons.find((neuron) => neuron.file.name === file.name);
    return found && this.#nodes.neuron(this.#nodes.layer(parent, layerFolder), found);
  }

  async #layers(node: DirectoryNode): Promise<Node[]> {
    const layers = await node.known.directory.layers();
    if (layers.length === 0) {
      return [this.#nodes.message(node, vscode.l10n.t('No layers in this directory'), false)];
    }
    const nodes = layers.map((layer) => this.#nodes.layer(node, layer));
    void this.#count(nodes.filter((layer) => layer.count === undefined));
    return nodes;
  }

  async #neurons(node: LayerNode): Promise<Node[]> {
    const neurons = await node.parent.known.directory.neurons(node.layer);
    if (neurons.length === 0) {
      return [this.#nodes.message(node, vscode.l10n.t('No neurons in this layer'), false)];
    }
    this.#wantRows(node);
    return neurons.map((neuron) => this.#nodes.neuron(node, neuron));
  }

  /** The layers show at once, their counts as they become known. */
  async #count(nodes: readonly LayerNode[]): Promise<void> {
    for (let i = 0; i < nodes.length; i += countedAtOnce) {
      const some = nodes.slice(i, i + countedAtOnce);
      const counts = await Promise.all(some.map((node) => this.#countOf(node)));
      some.forEach((node, k) => {
        if (counts[k] !== undefined) node.count = counts[k];
      });
      this.#changed.fire(some);
    }
  }

  async #countOf({ parent, layer }: LayerNode): Promise<number | undefined> {
    try {
      return (await parent.known.directory.neurons(layer)).length;
    } catch (error) {
      // What cannot be listed says so when it is opened.
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }

  #reset(): void {
    this.#nodes.clear();
    this.#changed.fire(undefined);
  }

  #wantRows(node: Node): void {
    if (node.kind === 'layer') this.#catalogs.want(node.parent.known.directory, node.layer.name);
  }

  #onFiles(changes: readonly FileChange[]): void {
    const listed = new Set<Node>();
    for (const { directory, layerName, fileName, kind } of changes) {
      const layer = this.#nodes.get(`${directory.uri}/${layerName}`);
      if (kind === 'listing' && fileName === undefined) {
        const node = this.#nodes.get(directory.uri);
        if (node) listed.add(node);
      } else if (kind === 'listing' && layer) listed.add(layer);
    }
    for (const node of listed) {
      if (node.kind === 'layer') void this.#count([node]);
      else {
        for (const layer of this.#nodes.layersOf(node.id)) delete layer.count;
        this.#changed.fire(node);
      }
    }
  }

  #onCatalog(changes: readonly CatalogChange[]): void {
    const nodes = changes.flatMap(({ directory, layerNames }) =>
      [...layerNames].flatMap((name) => this.#nodes.get(`${directory.uri}/${name}`) ?? []),
    );
    if (nodes.length > 0) this.#changed.fire(nodes);
  }
}
