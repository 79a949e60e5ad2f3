import * as vscode from 'vscode';
import { type NeuronOrder, neuronOrders } from '../catalog/rows/arrange.ts';
import type { Query } from '../catalog/search/query.ts';
import { contextKeys } from '../names.ts';
import { type SortItem, sortItems } from './sortItems.ts';

/** Memento keys. */
const orderKey = 'neuronOrder';
const flatKey = 'neuronsFlat';
const historyKey = 'neuronFilterHistory';
const historyLength = 10;
const filterKey = 'neuronFilter';

/** The interval at which the tree is filtered by age again, in milliseconds. */
const agePause = 60_000;

/** Runs something at an interval in milliseconds, until the result is disposed. */
type Clock = (run: () => void, interval: number) => vscode.Disposable;

function startClock(run: () => void, interval: number): vscode.Disposable {
  const timer = setInterval(run, interval);
  return new vscode.Disposable(() => clearInterval(timer));
}

/** How the tree sorts and filters neurons. Saved with the workspace. */
export class TreeChoices implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #query: Query | undefined;
  readonly #every: Clock;
  #isDisposed = false;
  #clock: vscode.Disposable | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento, every: Clock = startClock) {
    this.#memento = memento;
    this.#every = every;
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
    const pick = vscode.window.createQuickPick<SortItem>();
    pick.title = vscode.l10n.t('Sort Neurons');
    pick.items = sortItems(this);
    pick.activeItems = pick.items.filter((item) => item.order && item.isCurrent);
    pick.onDidAccept(() => {
      const [choice] = pick.activeItems;
      if (choice?.order) void this.setOrder(choice.order);
      if (choice?.flat !== undefined) void this.setFlat(choice.flat);
      pick.hide();
    });
    pick.onDidHide(() => pick.dispose());
    pick.show();
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
    this.#isDisposed = true;
    this.#clock?.dispose();
    this.#changed.dispose();
  }

  async #apply(known?: Query): Promise<void> {
    const { filter } = this;
    const parsed = async () => (await loadQueries()).parseQuery(filter);
    const query = filter === '' ? undefined : (known ?? (await parsed()));
    if (this.#isDisposed || filter !== this.filter) return;
    this.#query = query;
    this.#clock?.dispose();
    // Files grow older without a change.
    this.#clock = query?.dependsOnTime
      ? this.#every(() => this.#changed.fire(), agePause)
      : undefined;
    const filtered = query !== undefined;
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, filtered);
    this.#changed.fire();
  }
}

/** Most windows have no filter. */
const loadQueries = () => import('../catalog/search/query.ts');
