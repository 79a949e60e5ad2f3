/** Who waits: a person, or work in the background, which gives way. */
export type Lane = 'person' | 'background';

interface Waiting {
  readonly start: () => void;
}

/**
 * A limit of tasks at a time. What a person waits for starts before what the background waits for.
 * Some places are never given to the background, so that a person does not wait for it to finish.
 */
export class Lanes {
  readonly #limits: Readonly<Record<Lane, number>>;
  readonly #waiting: Readonly<Record<Lane, Set<Waiting>>> = {
    person: new Set(),
    background: new Set(),
  };
  #running = 0;

  constructor(limit: number) {
    this.#limits = { person: limit, background: Math.max(1, Math.floor(limit * 0.875)) };
  }

  /** Rejects with the reason of the signal if it is aborted before the task starts. */
  async run<T>(lane: Lane, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    await this.#place(lane, signal);
    try {
      return await task();
    } finally {
      this.#running--;
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
        if (this.#running >= this.#limits[lane]) break;
        this.#waiting[lane].delete(waiting);
        this.#running++;
        waiting.start();
      }
  }
}
