import * as vscode from 'vscode';
import { arrangeAll } from '../catalog/rows/arrangeAll.ts';
import { prepareFilter } from '../catalog/search/neuronFilter.ts';
import type { DirectoryNode, Node, Nodes } from './nodes.ts';
import type { TreeChoices } from './treeChoices.ts';

/** How many neurons a flat list shows at first: VS Code draws all of them at once. */
const firstShown = 500;

/** Directories as flat lists of their first neurons. */
export class FlatLists {
  readonly #nodes: Nodes;
  /** How many neurons to show, by the directory's URI. */
  readonly #limits = new Map<string, number>();

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  /** A directory's first neurons. Rejects with a `FileError`. */
  async children(node: DirectoryNode, { order, query }: TreeChoices): Promise<Node[]> {
    const { directory } = node.known;
    // It says why the directory cannot be listed.
    await directory.layers();
    if (query) await prepareFilter(directory, query);
    const limit = this.#limits.get(directory.uri) ?? firstShown;
    const { neurons, total } = await arrangeAll(directory, limit, order, query);
    // It may have been replaced during a wait.
    if (!this.#nodes.isShown(node)) return [];
    const children: Node[] = neurons.map((neuron) => this.#nodes.neuron(node, neuron));
    if (total > neurons.length) children.push(this.#nodes.more(node, neurons.length, total));
    if (children.length > 0) return children;
    const message = query
      ? vscode.l10n.t('No neurons match the filter')
      : vscode.l10n.t('No neurons listed yet');
    return [this.#nodes.message(node, message, false)];
  }

  /** Doubles the number of neurons that a directory shows. */
  showMore({ known }: DirectoryNode): void {
    const { uri } = known.directory;
    this.#limits.set(uri, 2 * (this.#limits.get(uri) ?? firstShown));
  }
}
