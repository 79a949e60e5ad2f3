import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { RowExplanation } from '../catalog/rows/neuronRow.ts';

/** A pinned search result: a neuron and the explanation that matched. */
export interface PinnedResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
}

/** As many as a tree node shows without delay. */
export const mostPinned = 1000;

/**
 * The pinned results of a search, in order. Results with deleted files are left out until the files
 * are back.
 */
export class PinnedResults implements vscode.Disposable {
  readonly #isThere: (neuron: NeuronRef) => boolean;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #selected = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #current: PinnedResult | undefined;
  #query: string | undefined;
  #pinned: readonly PinnedResult[] = [];
  #results: readonly PinnedResult[] = [];

  /** The results changed. */
  readonly onDidChange = this.#changed.event;
  /** `select` was called. */
  readonly onDidSelect = this.#selected.event;

  /** `onLook` fires when the answers of `isThere` may have changed. */
  constructor(isThere: (neuron: NeuronRef) => boolean, onLook: vscode.Event<unknown>) {
    this.#isThere = isThere;
    this.#subscription = onLook(() => this.#update());
  }

  /** The query as typed; undefined if nothing is pinned. */
  get query(): string | undefined {
    return this.#query;
  }

  get results(): readonly PinnedResult[] {
    return this.#results;
  }

  /** The result that was selected last, if it is still there. */
  get current(): PinnedResult | undefined {
    return this.#current && this.#results.includes(this.#current) ? this.#current : undefined;
  }

  /** Makes a result the current one. */
  select(result: PinnedResult): void {
    this.#current = result;
    this.#selected.fire();
  }

  /**
   * Replaces the pinned results. Keeps the first `mostPinned`. An empty list is the same as
   * `clear`.
   */
  pin(query: string, results: readonly PinnedResult[]): void {
    const kept = results.slice(0, mostPinned);
    this.#set(
      query,
      kept.map(({ neuron, explanation }) => ({ neuron, explanation })),
    );
  }

  clear(): void {
    this.pin('', []);
  }

  /** Removes one of the objects in `results`. Removing the last one also removes the query. */
  remove(result: PinnedResult): void {
    if (!this.#pinned.includes(result)) return;
    this.#set(
      this.#query ?? '',
      this.#pinned.filter((other) => other !== result),
    );
  }

  /**
   * The next (`1`) or previous (`-1`) result of another neuron, from the active neuron; undefined
   * at the ends. If the active neuron is not a result, the first. Skips deleted files.
   */
  beside(active: NeuronRef | undefined, step: 1 | -1): PinnedResult | undefined {
    const uris = this.#pinned.map(({ neuron }) => neuronUri(neuron));
    const uri = active && neuronUri(active);
    // A neuron can occur several times, with different explanations.
    let at = uri === undefined ? -1 : step > 0 ? uris.lastIndexOf(uri) : uris.indexOf(uri);
    if (at < 0) return this.#results[0];
    do at += step;
    while (this.#pinned[at] && !this.#results.includes(this.#pinned[at]!));
    return this.#pinned[at];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#selected.dispose();
  }

  #set(query: string, pinned: readonly PinnedResult[]): void {
    this.#pinned = pinned;
    this.#query = pinned.length > 0 ? query : undefined;
    this.#results = pinned.filter(({ neuron }) => this.#isThere(neuron));
    this.#changed.fire();
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
