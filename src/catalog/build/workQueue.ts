/** Work for a layer, by file names. */
export type Task =
  | { readonly type: 'list'; readonly layerName: string }
  | {
      readonly type: 'provisional' | 'exact';
      readonly layerName: string;
      readonly fileNames: readonly string[];
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
  lists(layerName: string): boolean {
    return this.#lists.has(layerName);
  }

  /** Moves a layer to the front, with tasks added later: its files may not be known yet. */
  want(layerName: string): void {
    this.#wanted = [layerName, ...this.#wanted.filter((name) => name !== layerName)];
  }

  addList(layerName: string): void {
    this.#lists.add(layerName);
  }

  addFile(type: 'provisional' | 'exact', layerName: string, fileName: string): void {
    const queue = this.#queue(type);
    const names = queue.get(layerName);
    if (names) names.add(fileName);
    else queue.set(layerName, new Set([fileName]));
  }

  /** Removes a layer's tasks. */
  forget(layerName: string): void {
    this.#lists.delete(layerName);
    this.#provisional.delete(layerName);
    this.#exact.delete(layerName);
    this.#wanted = this.#wanted.filter((name) => name !== layerName);
  }

  /** Removes and returns the next task, if any. */
  next(): Task | undefined {
    for (const layerName of this.#wanted) {
      const task =
        this.#nextList(layerName) ??
        this.#nextFiles('provisional', layerName) ??
        this.#nextFiles('exact', layerName);
      if (task) return task;
    }
    return (
      this.#nextList(first(this.#lists)) ??
      this.#nextFiles('provisional', first(this.#provisional.keys())) ??
      this.#nextFiles('exact', first(this.#exact.keys()))
    );
  }

  #nextList(layerName: string | undefined): Task | undefined {
    if (layerName === undefined || !this.#lists.delete(layerName)) return undefined;
    return { type: 'list', layerName };
  }

  #nextFiles(type: 'provisional' | 'exact', layerName: string | undefined): Task | undefined {
    if (layerName === undefined) return undefined;
    const queue = this.#queue(type);
    const names = queue.get(layerName);
    if (!names) return undefined;
    const fileNames: string[] = [];
    for (const name of names) {
      fileNames.push(name);
      names.delete(name);
      if (fileNames.length === tasksOf[type]) break;
    }
    if (names.size === 0) queue.delete(layerName);
    return { type, layerName, fileNames };
  }

  #queue(type: 'provisional' | 'exact'): Map<string, Set<string>> {
    return type === 'exact' ? this.#exact : this.#provisional;
  }
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}
