import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import type { RowExplanation } from '../catalog/neuronRow.ts';

/** What a search found and someone wants to go through: a neuron, and the explanation of it that was found. */
export interface PinnedResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
}

/** As many as a tree's node shows without pause, and more than anyone goes through. */
export const mostPinned = 1000;

/** The results of a search that are kept to go through, in their order. */
export class PinnedResults implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #query: string | undefined;
  #results: readonly PinnedResult[] = [];

  /** Other results, fewer, or none. */
  readonly onDidChange = this.#changed.event;

  /** What was searched for, as it was typed; undefined where nothing is pinned. */
  get query(): string | undefined {
    return this.#query;
  }

  get results(): readonly PinnedResult[] {
    return this.#results;
  }

  /** Takes these results in place of those before; of too many the first. None are as good as `clear`. */
  pin(query: string, results: readonly PinnedResult[]): void {
    this.#results = results
      .slice(0, mostPinned)
      .map(({ neuron, explanation }) => ({ neuron, explanation }));
    this.#query = this.#results.length > 0 ? query : undefined;
    this.#changed.fire();
  }

  clear(): void {
    this.pin('', []);
  }

  /** Takes one out, the object itself that `results` has; the last one takes the query along. */
  remove(result: PinnedResult): void {
    if (!this.#results.includes(result)) return;
    this.pin(
      this.#query ?? '',
      this.#results.filter((other) => other !== result),
    );
  }

  /**
   * The result to go to from `active`, the neuron that is looked at: the next (`1`) or the previous (`-1`) of another neuron; undefined at
   * the ends. From a neuron that is not among them, the first.
   */
  beside(active: NeuronRef | undefined, step: 1 | -1): PinnedResult | undefined {
    const uris = this.#results.map(({ neuron }) => neuronUri(neuron));
    const uri = active && neuronUri(active);
    // A neuron can be there more than once, by several of its explanations.
    const at = uri === undefined ? -1 : step > 0 ? uris.lastIndexOf(uri) : uris.indexOf(uri);
    return at < 0 ? this.#results[0] : this.#results[at + step];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
