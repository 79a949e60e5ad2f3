import type * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { Node } from './nodes.ts';

const attempts = 20;
const interval = 100;

/** Selects rows of the tree's view. */
export class RowReveal {
  readonly #view: vscode.TreeView<Node>;

  constructor(view: vscode.TreeView<Node>) {
    this.#view = view;
  }

  /** The selected node, if any. VS Code reports no selection while it redraws that row. */
  async selected(): Promise<Node | undefined> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const [node] = this.#view.selection;
      if (node) return node;
      await pause();
    }
    return undefined;
  }

  /** Shows the view, and selects and focuses a row. */
  async focus(node: Node): Promise<void> {
    // Until it has drawn its first nodes, a view that was hidden silently drops or rejects this.
    for (let attempt = 0; attempt < attempts; attempt++) {
      await this.#view.reveal(node, { select: true, focus: true }).then(undefined, () => undefined);
      if (this.#view.selection[0] === node) break;
      await pause();
    }
  }

  /**
   * Selects a row without focus, unless the view is hidden. Fails if the tree is redrawn meanwhile,
   * which is no error.
   */
  async mark(node: Node): Promise<void> {
    if (!this.#view.visible) return;
    await this.#view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  }

  /** Whether a row of the neuron is selected, or several rows, which the user needs. */
  isMarked(neuron: NeuronRef): boolean {
    const { selection } = this.#view;
    const [node] = selection;
    if (selection.length > 1 || !node || !('neuron' in node)) return selection.length > 1;
    return neuronUri(node.neuron) === neuronUri(neuron);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, interval));
}
