/** Who waits: a person, or work in the background, which gives way. */
export type Lane = 'person' | 'background';

/** Tasks of the background at a time while a person waits. */
const aside = 2;

interface Waiting {
  readonly start: () => void;
}

/**
 * A limit of tasks at a time. What a person waits for starts before what the background waits for.
 * Some places are never given to the background, so that a person does not wait for it to finish.
 * While a person waits, the background starts hardly anything: its answers take time, too.
 */
export class Lanes {
  readonly #limits: Readonly<Record<Lane, number>>;
  readonly #waiting: Readonly<Record<Lane, Set<Waiting>>> = {
    person: new Set(),
    background: new Set(),
  };
  readonly #running: Record<Lane, number> = { person: 0, background: 0 };

  constructor(limit: number) {
    this.#limits = { person: limit, background: Math.max(1, Math.floor(limit * 0.875)) };
  }

  /** Rejects with the reason of the signal if it is aborted before the task starts. */
  async run<T>(lane: Lane, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    await this.#place(lane, signal);
    try {
      return await task();
    } finally {
      this.#running[lane]--;
      this.#startNext();
    }
  }

  #place(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const abort = () => {
        this.#waiting[lane].delete(waiting);
        reject(signal!.reason as Error);
      };
      const waiting: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting[lane].add(waiting);
      this.#startNext();
    });
  }

  #startNext(): void {
    for (const lane of ['person', 'background'] as const)
      for (const waiting of this.#waiting[lane]) {
        if (!this.#hasPlace(lane)) break;
        this.#waiting[lane].delete(waiting);
        this.#running[lane]++;
        waiting.start();
      }
  }

  #hasPlace(lane: Lane): boolean {
    const { person, background } = this.#running;
    if (lane === 'background' && person > 0 && background >= aside) return false;
    return person + background < this.#limits[lane];
  }
}
