/** Work for a layer, by keys. */
export type Task =
  | { readonly type: 'list'; readonly layerKey: string }
  | {
      readonly type: 'provisional' | 'exact';
      readonly layerKey: string;
      readonly keys: readonly string[];
    };

/** Files per task. An exact row takes longer to read. */
const tasksOf = { provisional: 256, exact: 64 } as const;

/**
 * The remaining work for a catalog, most useful first: viewed layers, the latest first. Otherwise
 * all listings, then provisional rows, then exact rows.
 */
export class WorkQueue {
  readonly #lists = new Set<string>();
  readonly #provisional = new Map<string, Set<string>>();
  readonly #exact = new Map<string, Set<string>>();
  #wanted: string[] = [];

  /** The viewed layers, latest first. */
  get wanted(): readonly string[] {
    return this.#wanted;
  }

  get empty(): boolean {
    return this.#lists.size === 0 && this.#provisional.size === 0 && this.#exact.size === 0;
  }

  /** Whether any layer is still to be listed. */
  get listing(): boolean {
    return this.#lists.size > 0;
  }

  /** Whether a layer is still to be listed. */
  lists(layerKey: string): boolean {
    return this.#lists.has(layerKey);
  }

  /** Moves a layer to the front, with tasks added later: its files may not be known yet. */
  want(layerKey: string): void {
    this.#wanted = [layerKey, ...this.#wanted.filter((key) => key !== layerKey)];
  }

  addList(layerKey: string): void {
    this.#lists.add(layerKey);
  }

  addFile(type: 'provisional' | 'exact', layerKey: string, key: string): void {
    const queue = this.#queue(type);
    const known = queue.get(layerKey);
    if (known) known.add(key);
    else queue.set(layerKey, new Set([key]));
  }

  /** Removes a layer's tasks. */
  forget(layerKey: string): void {
    this.#lists.delete(layerKey);
    this.#provisional.delete(layerKey);
    this.#exact.delete(layerKey);
    this.#wanted = this.#wanted.filter((key) => key !== layerKey);
  }

  /** Removes and returns the next task, if any. */
  next(): Task | undefined {
    for (const layerKey of this.#wanted) {
      const task =
        this.#nextList(layerKey) ??
        this.#nextFiles('provisional', layerKey) ??
        this.#nextFiles('exact', layerKey);
      if (task) return task;
    }
    return (
      this.#nextList(first(this.#lists)) ??
      this.#nextFiles('provisional', first(this.#provisional.keys())) ??
      this.#nextFiles('exact', first(this.#exact.keys()))
    );
  }

  #nextList(layerKey: string | undefined): Task | undefined {
    if (layerKey === undefined || !this.#lists.delete(layerKey)) return undefined;
    return { type: 'list', layerKey };
  }

  #nextFiles(type: 'provisional' | 'exact', layerKey: string | undefined): Task | undefined {
    if (layerKey === undefined) return undefined;
    const queue = this.#queue(type);
    const waiting = queue.get(layerKey);
    if (!waiting) return undefined;
    const keys: string[] = [];
    for (const key of waiting) {
      keys.push(key);
      waiting.delete(key);
      if (keys.length === tasksOf[type]) break;
    }
    if (waiting.size === 0) queue.delete(layerKey);
    return { type, layerKey, keys };
  }

  #queue(type: 'provisional' | 'exact'): Map<string, Set<string>> {
    return type === 'exact' ? this.#exact : this.#provisional;
  }
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}

/**
 * Work by key, such as reading a file. A key is never worked on twice at a time, but once more if
 * it changed meanwhile.
 */
export class Underway {
  readonly #again = new Map<string, boolean>();

  get size(): number {
    return this.#again.size;
  }

  has(key: string): boolean {
    return this.#again.has(key);
  }

  begin(key: string): void {
    this.#again.set(key, false);
  }

  /** Whether the key is being worked on. If so, its work is repeated. */
  repeat(key: string): boolean {
    if (!this.#again.has(key)) return false;
    this.#again.set(key, true);
    return true;
  }

  /** Whether the work must be repeated. */
  end(key: string): boolean {
    const again = this.#again.get(key) ?? false;
    this.#again.delete(key);
    return again;
  }
}
