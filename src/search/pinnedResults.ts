import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { RowExplanation } from '../catalog/rows/neuronRow.ts';

/** What a search found and someone wants to go through: a neuron, and the explanation of it that was found. */
export interface PinnedResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
}

/** As many as a tree's node shows without pause, and more than anyone goes through. */
export const mostPinned = 1000;

/**
 * The results of a search that are kept to go through, in their order; those whose files are gone
 * are left out until they are back.
 */
export class PinnedResults implements vscode.Disposable {
  readonly #isThere: (neuron: NeuronRef) => boolean;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #query: string | undefined;
  #pinned: readonly PinnedResult[] = [];
  #results: readonly PinnedResult[] = [];

  /** Other results, fewer, or none. */
  readonly onDidChange = this.#changed.event;

  /** `onLook` tells when what `isThere` says of neurons may be something else. */
  constructor(isThere: (neuron: NeuronRef) => boolean, onLook: vscode.Event<void>) {
    this.#isThere = isThere;
    this.#subscription = onLook(() => this.#update());
  }

  /** What was searched for, as it was typed; undefined where nothing is pinned. */
  get query(): string | undefined {
    return this.#query;
  }

  get results(): readonly PinnedResult[] {
    return this.#results;
  }

  /** Takes these results in place of those before; of too many the first. None are as good as `clear`. */
  pin(query: string, results: readonly PinnedResult[]): void {
    this.#pinned = results
      .slice(0, mostPinned)
      .map(({ neuron, explanation }) => ({ neuron, explanation }));
    this.#query = this.#pinned.length > 0 ? query : undefined;
    this.#results = this.#pinned.filter(({ neuron }) => this.#isThere(neuron));
    this.#changed.fire();
  }

  clear(): void {
    this.pin('', []);
  }

  /** Takes one out, the object itself that `results` has; the last one takes the query along. */
  remove(result: PinnedResult): void {
    if (!this.#pinned.includes(result)) return;
    this.pin(
      this.#query ?? '',
      this.#pinned.filter((other) => other !== result),
    );
  }

  /**
   * The result to go to from `active`, the neuron that is looked at: the next (`1`) or the previous (`-1`) of another neuron; undefined at
   * the ends. From a neuron that is not among them, the first. Those whose files are gone are
   * passed over.
   */
  beside(active: NeuronRef | undefined, step: 1 | -1): PinnedResult | undefined {
    const uris = this.#pinned.map(({ neuron }) => neuronUri(neuron));
    const uri = active && neuronUri(active);
    // A neuron can be there more than once, by several of its explanations.
    let at = uri === undefined ? -1 : step > 0 ? uris.lastIndexOf(uri) : uris.indexOf(uri);
    if (at < 0) return this.#results[0];
    do at += step;
    while (this.#pinned[at] && !this.#results.includes(this.#pinned[at]!));
    return this.#pinned[at];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    if (this.#pinned.length === 0) return;
    const results = this.#pinned.filter(({ neuron }) => this.#isThere(neuron));
    const isSame =
      results.length === this.#results.length && results.every((r, i) => r === this.#results[i]);
    if (isSame) return;
    this.#results = results;
    this.#changed.fire();
  }
}
