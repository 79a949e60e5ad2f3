import type { GroupName, ArrangedNeuron } from '../catalog/arrange.ts';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
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

  directory(known: KnownDirectory): DirectoryNode {
    return this.#keep({ kind: 'directory', id: known.directory.uri, known });
  }

  layer(parent: DirectoryNode, layer: LayerFolder): LayerNode {
    return this.#keep({ kind: 'layer', id: `${parent.id}/${layer.name}`, parent, layer });
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
    const id = neuronUri(neuron);
    const node = this.#keep<NeuronNode>({ kind: 'neuron', id, parent, neuron, explanation });
    node.parent = parent;
    node.explanation = explanation;
    return node;
  }

  message(parent: DirectoryNode | LayerNode, message: string, failed: boolean): MessageNode {
    return { kind: 'message', id: `${parent.id}#message`, parent, message, failed };
  }

  get(id: string): Node | undefined {
    return this.#byId.get(id);
  }

  layersOf(directoryId: string): LayerNode[] {
    return [...this.#byId.values()].filter(
      (node) => node.kind === 'layer' && node.parent.id === directoryId,
    ) as LayerNode[];
  }

  clear(): void {
    this.#byId.clear();
  }

  #keep<T extends Node>(node: T): T {
    const known = this.#byId.get(node.id);
    if (known?.kind === node.kind) return known as T;
    this.#byId.set(node.id, node);
    return node;
  }
}
