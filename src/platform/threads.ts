import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** How many threads this machine runs at a time. */
export const processors = availableParallelism();

export interface ThreadEvents {
  readonly onMessage: (message: unknown) => void;
  /** It ended by itself or was stopped. */
  readonly onEnd: (reason: string) => void;
}

/** A worker thread. */
export class Thread {
  readonly #worker: Worker;

  /** `script` is its entry point, `options` what `startOptions` gives there. */
  constructor(script: string | URL, options: unknown, { onMessage, onEnd }: ThreadEvents) {
    this.#worker = new Worker(script, { workerData: options });
    let reason = 'it exited';
    this.#worker.on('message', onMessage);
    this.#worker.on('error', (error) => (reason = String(error)));
    this.#worker.on('exit', () => onEnd(reason));
  }

  /** Sends work. From now on the program waits for the thread. */
  post(message: unknown): void {
    this.#worker.ref();
    this.#worker.postMessage(message);
  }

  /** Lets the program end although the thread runs. */
  rest(): void {
    this.#worker.unref();
  }

  stop(): void {
    void this.#worker.terminate();
  }
}
