import * as vscode from 'vscode';
import type { NeuronOrder } from '../catalog/rows/arrange.ts';
import type { Query } from '../catalog/search/query.ts';
import { queryHint } from '../catalog/search/queryHint.ts';
import { contextKeys } from '../names.ts';

/** Memento keys. */
const orderKey = 'neuronOrder';
const filterKey = 'neuronFilter';

/** How the tree sorts and filters neurons. Saved with the workspace. */
export class TreeChoices implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #query: Query | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    void this.#apply();
  }

  get order(): NeuronOrder {
    return this.#memento.get<string>(orderKey) === 'score' ? 'score' : 'index';
  }

  /** As typed; empty without a filter. */
  get filter(): string {
    return this.#memento.get<string>(filterKey, '');
  }

  /** The filter as a query, cached until the filter changes. */
  get query(): Query | undefined {
    return this.#query;
  }

  async setOrder(order: NeuronOrder): Promise<void> {
    if (order === this.order) return;
    await this.#memento.update(orderKey, order);
    await this.#apply();
  }

  async setFilter(filter: string): Promise<void> {
    const trimmed = filter.trim();
    if (trimmed === this.filter) return;
    await this.#memento.update(filterKey, trimmed === '' ? undefined : trimmed);
    await this.#apply();
  }

  async askForFilter(): Promise<void> {
    const { parseQuery } = await loadQueries();
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Neurons'),
      prompt: vscode.l10n.t('All terms must match: {0}', queryHint()),
      placeHolder: vscode.l10n.t('For example: canada score:>0.5'),
      value: this.filter,
      // A term with a problem would be dropped silently.
      validateInput: (text) => parseQuery(text).problems[0],
    });
    if (answer !== undefined) await this.setFilter(answer);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #apply(): Promise<void> {
    const { filter } = this;
    const query = filter === '' ? undefined : (await loadQueries()).parseQuery(filter);
    if (filter !== this.filter) return;
    this.#query = query;
    const set = (key: string, value: boolean) =>
      void vscode.commands.executeCommand('setContext', key, value);
    set(contextKeys.filtered, this.#query !== undefined);
    set(contextKeys.sortedByScore, this.order === 'score');
    this.#changed.fire();
  }
}

/** Most windows have no filter. */
const loadQueries = () => import('../catalog/search/query.ts');
