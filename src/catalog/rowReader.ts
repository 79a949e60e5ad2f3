import type { NeuronRef } from './explanationDirectory.ts';

/** How many files are read at a time: enough to hide a disk's latency, few enough to leave the host responsive. */
const parallel = 4;
/** How often news is told, in milliseconds: a tree is slow when told of each row by itself. */
const newsInterval = 150;

/** Reads rows in the background, for groups of neurons that someone looks at; the group asked for last comes first. */
export class RowReader {
  /** By name; what is to be read next is at the end, of the groups and of each. */
  readonly #groups = new Map<string, NeuronRef[]>();
  readonly #onRows: (neurons: readonly NeuronRef[]) => void;
  #news: NeuronRef[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #workers = 0;
  #disposed = false;

  /** `onRows` is told from time to time which neurons' rows have become known. */
  constructor(onRows: (neurons: readonly NeuronRef[]) => void) {
    this.#onRows = onRows;
  }

  /** Reads what is not known yet of a group, before all other groups. Replaces an earlier group of this name. */
  want(group: string, neurons: readonly NeuronRef[]): void {
    this.#groups.delete(group);
    const unknown = neurons.filter((neuron) => !neuron.directory.knownRow(neuron));
    if (unknown.length > 0) this.#groups.set(group, unknown.reverse());
    while (this.#workers < parallel && this.#groups.size > 0) void this.#work();
  }

  /** Reads no more for a group. */
  forget(group: string): void {
    this.#groups.delete(group);
  }

  dispose(): void {
    this.#disposed = true;
    this.#groups.clear();
    clearTimeout(this.#timer);
  }

  async #work(): Promise<void> {
    this.#workers++;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        await next.directory.row(next);
        this.#tell(next);
      }
    } finally {
      this.#workers--;
    }
  }

  #next(): NeuronRef | undefined {
    for (const [name, neurons] of [...this.#groups].reverse()) {
      const next = neurons.pop();
      if (next) return next;
      this.#groups.delete(name);
    }
    return undefined;
  }

  #tell(neuron: NeuronRef): void {
    if (this.#disposed) return;
    this.#news.push(neuron);
    this.#timer ??= setTimeout(() => {
      const news = this.#news;
      this.#news = [];
      this.#timer = undefined;
      this.#onRows(news);
    }, newsInterval);
  }
}
