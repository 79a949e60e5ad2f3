import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import type { LayerFolder } from '../format/directories.ts';
import type { KnownDirectory } from '../workspace/directories.ts';

/** What the tree consists of. A node is the same object as long as the tree shows it. */
export type Node = DirectoryNode | LayerNode | NeuronNode | MessageNode;

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

export interface NeuronNode {
  readonly kind: 'neuron';
  readonly id: string;
  readonly parent: LayerNode;
  readonly neuron: NeuronRef;
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

  neuron(parent: LayerNode, neuron: NeuronRef): NeuronNode {
    return this.#keep({ kind: 'neuron', id: neuronUri(neuron), parent, neuron });
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
