import * as vscode from 'vscode';
import { type NeuronOrder, neuronOrders } from '../catalog/rows/arrange.ts';
import type { Query } from '../catalog/search/query.ts';
import { contextKeys } from '../names.ts';
import { sortItems } from './sortItems.ts';

/** Memento keys. */
const orderKey = 'neuronOrder';
const flatKey = 'neuronsFlat';
const historyKey = 'neuronFilterHistory';
const historyLength = 10;
const filterKey = 'neuronFilter';

/** The interval at which the tree is filtered by age again, in milliseconds. */
const agePause = 60_000;

/** How the tree sorts and filters neurons. Saved with the workspace. */
export class TreeChoices implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #query: Query | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    void this.#apply();
  }

  get order(): NeuronOrder {
    const saved = this.#memento.get<string>(orderKey);
    return neuronOrders.find((order) => order === saved) ?? 'index';
  }

  /** Whether each directory is one list of neurons, without layers. */
  get flat(): boolean {
    return this.#memento.get<boolean>(flatKey, false);
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
    this.#changed.fire();
  }

  async setFlat(flat: boolean): Promise<void> {
    if (flat === this.flat) return;
    await this.#memento.update(flatKey, flat);
    this.#changed.fire();
  }

  /** Lets the user choose the order and the grouping, unless `argument` is an order. */
  async askForOrder(argument: unknown): Promise<void> {
    const order = neuronOrders.find((each) => each === argument);
    if (order) return this.setOrder(order);
    const choice = await vscode.window.showQuickPick(sortItems(this), {
      title: vscode.l10n.t('Sort Neurons'),
    });
    if (choice?.order) await this.setOrder(choice.order);
    if (choice?.flat !== undefined) await this.setFlat(choice.flat);
  }

  /** `query` is the filter as a query, if it was parsed already. */
  async setFilter(filter: string, query?: Query): Promise<void> {
    const trimmed = filter.trim();
    if (trimmed === this.filter) return;
    await this.#memento.update(filterKey, trimmed === '' ? undefined : trimmed);
    await this.#apply(query);
  }

  /** The latest filters that the user kept, latest first. */
  get filterHistory(): readonly string[] {
    return this.#memento.get<string[]>(historyKey, []);
  }

  /** Sets a filter, and remembers it. */
  async keepFilter(filter: string): Promise<void> {
    await this.setFilter(filter);
    const kept = filter.trim();
    if (kept === '') return;
    const others = this.filterHistory.filter((other) => other !== kept);
    await this.#memento.update(historyKey, [kept, ...others].slice(0, historyLength));
  }

  dispose(): void {
    clearInterval(this.#clock);
    this.#changed.dispose();
  }

  async #apply(known?: Query): Promise<void> {
    const { filter } = this;
    const parsed = async () => (await loadQueries()).parseQuery(filter);
    const query = filter === '' ? undefined : (known ?? (await parsed()));
    if (filter !== this.filter) return;
    this.#query = query;
    clearInterval(this.#clock);
    // Files grow older without a change.
    if (query && query.ofModified.length > 0)
      this.#clock = setInterval(() => this.#changed.fire(), agePause);
    const filtered = query !== undefined;
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, filtered);
    this.#changed.fire();
  }
}

/** Most windows have no filter. */
const loadQueries = () => import('../catalog/search/query.ts');
