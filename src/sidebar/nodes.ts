import type { GroupName, ArrangedNeuron } from '../catalog/rows/arrange.ts';
import type { ExplanationDirectory, NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { Group } from '../model/unit.ts';
import type { PinnedResult } from '../search/pinnedResults.ts';
import type { KnownDirectory } from '../workspace/directories.ts';

/** The nodes of the tree. A node stays the same object as long as the tree shows it. */
export type Node =
  | ResultsNode
  | ResultNode
  | DirectoryNode
  | LayerNode
  | GroupNode
  | NeuronNode
  | MoreNode
  | MessageNode;

/** The parent of pinned search results. */
export interface ResultsNode {
  readonly kind: 'results';
  readonly id: string;
  query: string;
  count: number;
  /** The number of the result in front, from 1, if there is one. */
  current?: number | undefined;
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
  readonly layer: Group;
  /** The number of neurons, once counted. */
  count?: number;
}

/** Neurons of a layer without a place in the order. */
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
  /** Changes when the neurons are sorted again. A directory has a flat list of them. */
  parent: DirectoryNode | LayerNode | GroupNode;
  readonly neuron: NeuronRef;
  /** The catalog ID of the explanation to show, from when the neurons were sorted. */
  explanation: number | undefined;
}

/** The end of a flat list that does not show all neurons. A click shows more. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: DirectoryNode;
  readonly shown: number;
  readonly total: number;
}

/** Explains why a directory or layer is empty. */
export interface MessageNode {
  readonly kind: 'message';
  readonly id: string;
  readonly parent: DirectoryNode | LayerNode;
  readonly message: string;
  readonly failed: boolean;
}

/** The IDs of nodes below a layer begin with this and a line break, which no key has. */
function layerId(directoryId: string, layerKey: string): string {
  return `${directoryId}\n${layerKey}`;
}

/** Creates nodes, one per thing. */
export class Nodes {
  readonly #byId = new Map<string, Node>();
  readonly #layers = new Map<DirectoryNode, Set<LayerNode>>();
  /** VS Code gets each ID twice. Numbers are shorter than URIs. */
  readonly #numbers = new Map<string, number>();

  directory(known: KnownDirectory): DirectoryNode {
    return this.#keep({ kind: 'directory', id: this.#idOf(known.directory), known });
  }

  layer(parent: DirectoryNode, layer: Group): LayerNode {
    const id = layerId(parent.id, layer.key);
    const node = this.#keep<LayerNode>({ kind: 'layer', id, parent, layer });
    const layers = this.#layers.get(parent) ?? new Set();
    this.#layers.set(parent, layers.add(node));
    return node;
  }

  group(parent: LayerNode, name: GroupName, neurons: readonly ArrangedNeuron[]): GroupNode {
    const node = this.#keep<GroupNode>({
      kind: 'group',
      id: `${parent.id}\n#${name}`,
      parent,
      name,
      neurons,
    });
    node.neurons = neurons;
    return node;
  }

  neuron(parent: NeuronNode['parent'], { neuron, explanation }: ArrangedNeuron): NeuronNode {
    const id = this.#neuronId(neuron);
    const node = this.#keep<NeuronNode>({ kind: 'neuron', id, parent, neuron, explanation });
    node.parent = parent;
    node.explanation = explanation;
    return node;
  }

  more(parent: DirectoryNode, shown: number, total: number): MoreNode {
    return { kind: 'more', id: `${parent.id}\n#more`, parent, shown, total };
  }

  message(parent: DirectoryNode | LayerNode, message: string, failed: boolean): MessageNode {
    return { kind: 'message', id: `${parent.id}\n#message`, parent, message, failed };
  }

  directoryOf(directory: ExplanationDirectory): DirectoryNode | undefined {
    const node = this.#byId.get(this.#idOf(directory));
    return node?.kind === 'directory' ? node : undefined;
  }

  neuronOf(neuron: NeuronRef): NeuronNode | undefined {
    const node = this.#byId.get(this.#neuronId(neuron));
    return node?.kind === 'neuron' ? node : undefined;
  }

  layerOf(directory: ExplanationDirectory, layerKey: string): LayerNode | undefined {
    const node = this.#byId.get(layerId(this.#idOf(directory), layerKey));
    return node?.kind === 'layer' ? node : undefined;
  }

  /**
   * Whether the tree still shows this node. Children of any other node must not be kept: they would
   * lead to a parent that VS Code no longer knows.
   */
  isShown(node: Node): boolean {
    return this.#byId.get(node.id) === node;
  }

  layersOf(directory: DirectoryNode): readonly LayerNode[] {
    return [...(this.#layers.get(directory) ?? [])];
  }

  /** Forgets deleted layers and everything below them, all at once: there may be many nodes. */
  forgetLayers(gone: readonly LayerNode[]): void {
    if (gone.length === 0) return;
    for (const layer of gone) this.#layers.get(layer.parent)?.delete(layer);
    const ids = new Set(gone.map(({ id }) => id));
    for (const id of this.#byId.keys())
      if (ids.has(id.split('\n', 2).join('\n'))) this.#byId.delete(id);
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

  #neuronId({ directory, group, unit }: NeuronRef): string {
    return `${layerId(this.#idOf(directory), group.key)}\n${unit.key}`;
  }

  #keep<T extends Node>(node: T): T {
    const known = this.#byId.get(node.id);
    if (known?.kind === node.kind) return known as T;
    this.#byId.set(node.id, node);
    return node;
  }
}
