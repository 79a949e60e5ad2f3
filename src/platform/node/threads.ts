import { Worker } from 'node:worker_threads';
import type { ThreadEvents, ThreadProgram } from '../interfaces.ts';

/** The program of the extension's worker threads, in `dist`. */
export const threadScript = 'worker.mjs';

/** A worker thread. */
export class Thread {
  readonly #worker: Worker;

  constructor({ script, scanner }: ThreadProgram, { onMessage, onEnd }: ThreadEvents) {
    this.#worker = new Worker(script, { workerData: scanner });
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
