import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import { prepareFilter } from '../catalog/search/neuronFilter.ts';
import { orNothing } from '../catalog/orNothing.ts';
import { Slices } from '../catalog/slices.ts';
import { FileError } from '../files/fileSource.ts';
import { views } from '../names.ts';
import type { Notes } from '../notes/notes.ts';
import type { PinnedResults } from '../search/pinnedResults.ts';
import type { CatalogChange, Catalogs } from '../workspace/catalogs.ts';
import type { Directories, KnownDirectory } from '../workspace/directories.ts';
import type { Neuronpedia } from '../workspace/neuronpedia.ts';
import { helpFor } from '../workspace/storeHelp.ts';
import { besideInTree, isInIndexOrder } from './besideInTree.ts';
import { describeDirectory, directoryTooltip } from './directoryItem.ts';
import { resultNodes, type ResultNodes, treeItem, type TreeState } from './items.ts';
import { FirstRows } from './firstRows.ts';
import { FlatLists } from './flatChildren.ts';
import { countLayers, groupChildren, isFilteredOut, layerChildren } from './layerChildren.ts';
import { layerTooltip } from './layerItem.ts';
import { neuronTooltip } from './neuronItem.ts';
import {
  type DirectoryNode,
  type LayerNode,
  type MoreNode,
  type NeuronNode,
  type Node,
  Nodes,
} from './nodes.ts';
import { Redraws } from './redraws.ts';
import { RowReveal } from './rowReveal.ts';
import { shortNames } from './shortNames.ts';
import type { TreeChoices } from './treeChoices.ts';

/** The rows of a high sidebar. */
const inSight = 64;
/** VS Code drops a change of a row that is still on its way to the window, as at the start. */
const firstRedraws = 3;

/** The sidebar tree: pinned search results, and directories with layers and neurons. */
export class NeuronTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #pinned: PinnedResults;
  readonly #choices: TreeChoices;
  readonly #neuronpedia: Neuronpedia;
  readonly #nodes = new Nodes();
  readonly #flat = new FlatLists(this.#nodes);
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #layerOpened = new vscode.EventEmitter<void>();
  readonly #firstRows = new FirstRows((layer) => this.#changed.fire(layer));
  readonly #redraws = new Redraws<Node>((nodes) => this.#redraw(nodes));
  readonly #view: vscode.TreeView<Node>;
  readonly #rows: RowReveal;
  readonly #subscriptions: vscode.Disposable;
  #results: ResultNodes | undefined;
  /** Expanded layers and flat lists, with the number of child nodes when last requested. */
  readonly #open = new Map<LayerNode | DirectoryNode, number>();
  /** IDs of the layers that the filter hides. */
  readonly #hidden = new Set<string>();
  /** The last description of each directory node. */
  readonly #said = new WeakMap<DirectoryNode, string>();
  /** How often each directory node was redrawn, up to `firstRedraws`. */
  readonly #redrawn = new WeakMap<DirectoryNode, number>();

  readonly onDidChangeTreeData = this.#changed.event;
  /** A layer was expanded. The user is likely to open one of its neurons. */
  readonly onDidOpenLayer = this.#layerOpened.event;

  constructor(
    directories: Directories,
    catalogs: Catalogs,
    notes: Notes,
    pinned: PinnedResults,
    choices: TreeChoices,
    neuronpedia: Neuronpedia,
  ) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#pinned = pinned;
    this.#choices = choices;
    this.#neuronpedia = neuronpedia;
    this.#results = resultNodes(pinned, undefined);
    this.#view = vscode.window.createTreeView(views.neurons, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#rows = new RowReveal(this.#view);
    this.#tellFilter();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#layerOpened,
      this.#redraws,
      this.#view,
      directories.onDidChange(() => this.#reset()),
      catalogs.onDidChange((changes) => void this.#onCatalog(changes)),
      catalogs.onDidProgress(() => this.#onProgress()),
      notes.onDidChange((changes) => this.#onNotes(changes)),
      pinned.onDidChange(() => this.#onPinned()),
      pinned.onDidSelect(() => void this.#markResult()),
      choices.onDidChange(() => this.#onChoices()),
      // It is part of what rows offer in their menus.
      neuronpedia.onDidChange(() => this.#changed.fire(undefined)),
      // VS Code does not request the children of previously expanded nodes again.
      this.#view.onDidExpandElement(({ element }) => {
        this.#wantRows(element);
        if (element.kind === 'layer') this.#firstRows.expanded(element);
      }),
      this.#view.onDidCollapseElement(({ element }) => {
        if (element.kind === 'layer' || element.kind === 'directory') this.#open.delete(element);
        if (element.kind === 'layer') this.#firstRows.collapsed(element);
      }),
    );
  }

  /** The view, for what does not depend on its nodes. */
  get view(): Pick<vscode.TreeView<Node>, 'badge' | 'visible' | 'onDidChangeVisibility'> {
    return this.#view;
  }

  get selection(): readonly Node[] {
    return this.#view.selection;
  }

  selected(): Promise<Node | undefined> {
    return this.#rows.selected();
  }

  /** The message above the tree. */
  get message(): string | undefined {
    return this.#view.message;
  }

  dispose(): void {
    this.#firstRows.clear();
    this.#subscriptions.dispose();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node, this.#state);
  }

  getParent(node: Node): Node | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.kind === 'directory') item.tooltip = directoryTooltip(node, this.#state);
    else if (node.kind === 'layer') item.tooltip = layerTooltip(node);
    else if ('neuron' in node) item.tooltip = neuronTooltip(node.neuron);
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      const directories = this.#directories.all.map((known) => this.#nodes.directory(known));
      return this.#results ? [this.#results.top, ...directories] : directories;
    }
    if (node.kind === 'results') return [...(this.#results?.children ?? [])];
    if (node.kind === 'group') return groupChildren(node, this.#nodes);
    if (node.kind !== 'directory' && node.kind !== 'layer') return [];
    try {
      if (node.kind === 'layer') return await this.#neurons(node);
      return await (this.#choices.flat ? this.#flatNeurons(node) : this.#layers(node));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const message = [error.reason, helpFor(error)].filter(Boolean).join('. ');
      return [this.#nodes.message(node, message, true)];
    }
  }

  /** Reveals and selects a neuron. False if it is not in the tree. */
  async reveal(neuron: NeuronRef): Promise<boolean> {
    const node = await this.#find(neuron);
    if (node) {
      void this.#lookAround(neuron);
      await this.#showWhole(node);
      await this.#rows.focus(node);
    }
    return node !== undefined;
  }

  /**
   * Selects the row of a neuron without focus, if the view is visible and no row of the neuron is
   * selected yet.
   */
  async follow(neuron: NeuronRef): Promise<void> {
    if (!this.#view.visible || this.#rows.isMarked(neuron)) return;
    const current = this.#pinned.current?.neuron;
    if (current && neuronUri(current) === neuronUri(neuron)) return this.#markResult();
    const known = this.#nodes.neuronOf(neuron);
    const node = known && this.#isOpen(known) ? known : await this.#find(neuron);
    if (!node) return;
    void this.#lookAround(neuron);
    await this.#showWhole(node);
    await this.#rows.mark(node);
  }

  /**
   * The neuron beside another as the tree sorts and filters them: null at the ends, undefined if
   * that is by number, or if the tree does not list the neuron.
   */
  async beside(neuron: NeuronRef, step: 1 | -1): Promise<NeuronRef | null | undefined> {
    const known = this.#directories.find(neuron.directory.uri);
    if (!known || isInIndexOrder(this.#choices)) return undefined;
    return besideInTree(this.#nodes.directory(known), neuron, step, {
      nodes: this.#nodes,
      flat: this.#flat,
      choices: this.#choices,
      showMore: (more) => this.showMore(more),
    });
  }

  /** Shows more neurons of a flat list. */
  showMore({ parent }: MoreNode): void {
    this.#flat.showMore(parent);
    this.#changed.fire(parent);
  }

  get #state(): TreeState {
    return {
      isOpen: (layer) => this.#open.has(layer),
      labelOf: (known) => this.#labelOf(known),
      alone: this.#directories.all.length === 1,
      nameOf: (directory) => {
        const known = this.#directories.find(directory.uri);
        const isAlone = known && this.#directories.all.length === 1;
        if (isAlone) return undefined;
        return known ? this.#labelOf(known) : this.#directories.nameOf(directory);
      },
      query: this.#choices.query,
      progress: (directory) => this.#catalogs.progress(directory),
      isInNeuronpedia: (directory) => this.#neuronpedia.has(directory),
    };
  }

  #labelOf(known: KnownDirectory): string {
    const { all } = this.#directories;
    return shortNames(all.map(({ name }) => name))[all.indexOf(known)] ?? known.name;
  }

  async #find({ directory, group, unit }: NeuronRef): Promise<NeuronNode | undefined> {
    const known = this.#directories.find(directory.uri);
    if (!known) return undefined;
    if (this.#choices.flat) {
      const all = await this.#flat.children(this.#nodes.directory(known), this.#choices);
      const found = all.find((node) => node.kind === 'neuron' && node.neuron.unit.key === unit.key);
      return found?.kind === 'neuron' ? found : undefined;
    }
    const layers = await this.#layers(this.#nodes.directory(known));
    const layerNode = layers.find((node) => node.kind === 'layer' && node.layer.key === group.key);
    if (layerNode?.kind !== 'layer') return undefined;
    const children = await layerChildren(layerNode, this.#nodes, this.#choices);
    for (const child of children) {
      const neurons = child.kind === 'group' ? groupChildren(child, this.#nodes) : [child];
      for (const node of neurons) {
        if (node.kind === 'neuron' && node.neuron.unit.key === unit.key) return node;
      }
    }
    return undefined;
  }

  #isOpen({ parent }: NeuronNode): boolean {
    return this.#open.has(parent.kind === 'group' ? parent.parent : parent);
  }

  /** Only what a row's layer shows can be revealed. */
  async #showWhole({ parent }: NeuronNode): Promise<void> {
    const layer = parent.kind === 'group' ? parent.parent : parent;
    if (layer.kind === 'layer') await this.#firstRows.all(layer);
  }

  async #markResult(): Promise<void> {
    const { current } = this.#pinned;
    if (!this.#results || !current) return;
    this.#onPinned();
    const node = this.#results.children.find(({ result }) => result === current);
    if (node) await this.#rows.mark(node);
  }

  async #flatNeurons(node: DirectoryNode): Promise<Node[]> {
    const children = await this.#flat.children(node, this.#choices);
    this.#lookAt(children.slice(0, inSight));
    this.#open.set(node, children.length);
    return children;
  }

  async #layers(node: DirectoryNode): Promise<Node[]> {
    const { directory } = node.known;
    const { query } = this.#choices;
    const layers = await directory.layers();
    this.#forgetLayers(node, new Set(layers.map(({ key }) => key)));
    if (layers.length === 0) {
      return [this.#nodes.message(node, vscode.l10n.t('No layers in this directory'), false)];
    }
    if (query) await prepareFilter(directory, query);
    const nodes: LayerNode[] = [];
    const slices = new Slices();
    for (const layer of layers) {
      // It may have been replaced during a wait.
      if (!this.#nodes.isShown(node)) return [];
      const layerNode = this.#nodes.layer(node, layer);
      if (isFilteredOut(directory, layer, query)) this.#hidden.add(layerNode.id);
      else {
        this.#hidden.delete(layerNode.id);
        nodes.push(layerNode);
      }
      if (slices.due) await slices.rest();
    }
    if (nodes.length === 0) {
      return [this.#nodes.message(node, vscode.l10n.t('No neurons match the filter'), false)];
    }
    // Show layers immediately, and their counts as they become known.
    void countLayers(nodes, this.#catalogs, (some) => this.#changed.fire(some));
    return nodes;
  }

  async #neurons(node: LayerNode): Promise<Node[]> {
    this.#wantRows(node);
    const limit = this.#firstRows.limit(node);
    const children = await layerChildren(node, this.#nodes, this.#choices, limit);
    this.#open.set(node, children.length);
    this.#firstRows.shown(node, children, limit);
    this.#lookAt(children.slice(0, inSight));
    return children;
  }

  /** Rows of stores are read when they may be in sight. VS Code does not tell which ones are. */
  #lookAt(nodes: readonly Node[]): void {
    this.#catalogs.look(nodes.flatMap((node) => (node.kind === 'neuron' ? node.neuron : [])));
  }

  /** The rows beside that of a neuron come into sight with it. Never rejects. */
  async #lookAround(neuron: NeuronRef): Promise<void> {
    const { directory, group, unit } = neuron;
    if (!directory.source.isRemote) return;
    const all = await orNothing(directory.neurons(group));
    const at = all.findIndex(({ unit: { key } }) => key === unit.key);
    this.#catalogs.look(all.slice(Math.max(0, at - inSight / 2), at + inSight / 2));
  }

  /** Drops the nodes of deleted layers. */
  #forgetLayers(node: DirectoryNode, there: ReadonlySet<string>): void {
    const gone = this.#nodes.layersOf(node).filter(({ layer }) => !there.has(layer.key));
    this.#nodes.forgetLayers(gone);
    for (const layer of gone) {
      this.#open.delete(layer);
      this.#firstRows.forget(layer);
      this.#hidden.delete(layer.id);
    }
  }

  #reset(): void {
    this.#nodes.clear();
    this.#redraws.clear();
    this.#firstRows.clear();
    this.#open.clear();
    this.#hidden.clear();
    this.#changed.fire(undefined);
  }

  #wantRows(node: Node): void {
    if (node.kind !== 'layer') return;
    this.#layerOpened.fire();
    if (!this.#open.has(node)) this.#open.set(node, node.count ?? 0);
    this.#catalogs.want(node.parent.known.directory, node.layer.key);
  }

  async #onCatalog(changes: readonly CatalogChange[]): Promise<void> {
    for (const { directory, layerKeys } of changes) {
      if (this.#choices.query) await prepareFilter(directory, this.#choices.query);
      const node = this.#nodes.directoryOf(directory);
      if (node?.known.directory !== directory) continue;
      if (this.#choices.flat) {
        this.#redrawDirectory(node);
        continue;
      }
      for (const name of layerKeys) {
        const layer = this.#nodes.layerOf(directory, name);
        const isThere = directory.catalog.countOf(name) !== undefined;
        if (layer && isThere) this.#onLayer(layer);
        else if (layer || isThere || name === '') this.#redrawDirectory(node);
      }
    }
  }

  #onLayer(layer: LayerNode): void {
    const { directory } = layer.parent.known;
    delete layer.count;
    const hidden = isFilteredOut(directory, layer.layer, this.#choices.query);
    if (hidden !== this.#hidden.has(layer.id)) this.#redrawDirectory(layer.parent);
    else if (!hidden) this.#redraws.note(layer, this.#open.get(layer));
  }

  /** Notes can change sorting, filtering and the text of results. */
  #onNotes(changes: readonly CatalogChange[]): void {
    void this.#onCatalog(changes);
    if (changes.length > 0 && this.#results) this.#changed.fire(this.#results.top);
  }

  #onProgress(): void {
    for (const { directory } of this.#directories.all) {
      const node = this.#nodes.directoryOf(directory);
      if (!node) continue;
      const says = describeDirectory(node, this.#state);
      if (this.#said.get(node) === says) continue;
      this.#said.set(node, says);
      this.#redrawDirectory(node);
    }
  }

  #redraw(nodes: Node[]): void {
    this.#changed.fire(nodes);
    for (const node of nodes) {
      if (node.kind !== 'directory') continue;
      const times = (this.#redrawn.get(node) ?? 0) + 1;
      this.#redrawn.set(node, times);
      if (times < firstRedraws) this.#redrawDirectory(node);
    }
  }

  /** VS Code also redraws everything expanded below. */
  #redrawDirectory(node: DirectoryNode): void {
    let along = 0;
    for (const [open, count] of this.#open)
      if (open === node || (open.kind === 'layer' && open.parent === node)) along += count;
    this.#redraws.note(node, along);
  }

  #onPinned(): void {
    const before = this.#results;
    this.#results = resultNodes(this.#pinned, before?.top);
    // Redraw the directories only if the results node appears or disappears.
    this.#changed.fire(before && this.#results?.top);
  }

  #onChoices(): void {
    this.#tellFilter();
    this.#redraws.clear();
    const nodes = this.#directories.all.map((known) => this.#nodes.directory(known));
    // A flat list has no layers.
    if (this.#choices.flat) for (const node of nodes) this.#forgetLayers(node, new Set());
    else for (const node of nodes) this.#open.delete(node);
    this.#changed.fire(nodes);
  }

  #tellFilter(): void {
    const { filter } = this.#choices;
    this.#view.message = filter === '' ? undefined : vscode.l10n.t('Filter: {0}', filter);
  }
}
