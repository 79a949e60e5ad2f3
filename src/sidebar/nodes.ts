import type { GroupName, ArrangedNeuron } from '../catalog/rows/arrange.ts';
import type { ExplanationDirectory, NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { LayerFolder } from '../format/directories.ts';
import type { PinnedResult } from '../search/pinnedResults.ts';
import type { KnownDirectory } from '../workspace/directories.ts';

/** What the tree consists of. A node is the same object as long as the tree shows it. */
export type Node =
  ResultsNode | ResultNode | DirectoryNode | LayerNode | GroupNode | NeuronNode | MessageNode;

/** Holds what was found by a search and is kept to go through. */
export interface ResultsNode {
  readonly kind: 'results';
  readonly id: string;
  query: string;
  count: number;
}

export interface ResultNode {
  readonly kind: 'result';
  readonly id: string;
  readonly parent: ResultsNode;
  readonly neuron: NeuronRef;
  readonly result: PinnedResult;
}

export interface DirectoryNode {
  readonly kind: 'directory';
  readonly id: string;
  readonly known: KnownDirectory;
}

export interface LayerNode {
  readonly kind: 'layer';
  readonly id: string;
  readonly parent: DirectoryNode;
  readonly layer: LayerFolder;
  /** How many neurons it has, once counted. */
  count?: number;
}

/** Neurons of a layer that the order of scores has no place for. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: LayerNode;
  readonly name: GroupName;
  neurons: readonly ArrangedNeuron[];
}

export interface NeuronNode {
  readonly kind: 'neuron';
  readonly id: string;
  /** Another one when the neurons are put in another order. */
  parent: LayerNode | GroupNode;
  readonly neuron: NeuronRef;
  /** The explanation that speaks for it, by its id in the catalog, when the neurons were arranged. */
  explanation: number | undefined;
}

/** Says why a directory or layer shows nothing. */
export interface MessageNode {
  readonly kind: 'message';
  readonly id: string;
  readonly parent: DirectoryNode | LayerNode;
  readonly message: string;
  readonly failed: boolean;
}

/** Makes nodes, and gives the same one for the same thing. */
export class Nodes {
  readonly #byId = new Map<string, Node>();
  readonly #layers = new Map<DirectoryNode, Set<LayerNode>>();
  /** VS Code is sent an id twice for each node: one that begins with a number is shorter than one with a URI. */
  readonly #numbers = new Map<string, number>();

  directory(known: KnownDirectory): DirectoryNode {
    return this.#keep({ kind: 'directory', id: this.#idOf(known.directory), known });
  }

  layer(parent: DirectoryNode, layer: LayerFolder): LayerNode {
    const id = `${parent.id}/${layer.name}`;
    const node = this.#keep<LayerNode>({ kind: 'layer', id, parent, layer });
    const layers = this.#layers.get(parent) ?? new Set();
    this.#layers.set(parent, layers.add(node));
    return node;
  }

  group(parent: LayerNode, name: GroupName, neurons: readonly ArrangedNeuron[]): GroupNode {
    const node = this.#keep<GroupNode>({
      kind: 'group',
      id: `${parent.id}#${name}`,
      parent,
      name,
      neurons,
    });
    node.neurons = neurons;
    return node;
  }

  neuron(parent: LayerNode | GroupNode, { neuron, explanation }: ArrangedNeuron): NeuronNode {
    const id = `${this.#idOf(neuron.directory)}/${neuron.layer.name}/${neuron.file.name}`;
    const node = this.#keep<NeuronNode>({ kind: 'neuron', id, parent, neuron, explanation });
    node.parent = parent;
    node.explanation = explanation;
    return node;
  }

  message(parent: DirectoryNode | LayerNode, message: string, failed: boolean): MessageNode {
    return { kind: 'message', id: `${parent.id}#message`, parent, message, failed };
  }

  /** The node of a directory that the tree shows. */
  directoryOf(directory: ExplanationDirectory): DirectoryNode | undefined {
    const node = this.#byId.get(this.#idOf(directory));
    return node?.kind === 'directory' ? node : undefined;
  }

  layerOf(directory: ExplanationDirectory, layerName: string): LayerNode | undefined {
    const node = this.#byId.get(`${this.#idOf(directory)}/${layerName}`);
    return node?.kind === 'layer' ? node : undefined;
  }

  layersOf(directory: DirectoryNode): readonly LayerNode[] {
    return [...(this.#layers.get(directory) ?? [])];
  }

  /** Forgets layers that are gone, and all below them: at once, since there may be many nodes. */
  forgetLayers(gone: readonly LayerNode[]): void {
    if (gone.length === 0) return;
    for (const layer of gone) this.#layers.get(layer.parent)?.delete(layer);
    const ids = new Set(gone.map(({ id }) => id));
    for (const id of this.#byId.keys())
      if (ids.has(/^\d+\/[^/#]*/.exec(id)?.[0] ?? '')) this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
    this.#layers.clear();
  }

  #idOf({ uri }: ExplanationDirectory): string {
    let number = this.#numbers.get(uri);
    if (number === undefined) this.#numbers.set(uri, (number = this.#numbers.size));
    return String(number);
  }

  #keep<T extends Node>(node: T): T {
    const known = this.#byId.get(node.id);
    if (known?.kind === node.kind) return known as T;
    this.#byId.set(node.id, node);
    return node;
  }
}
