import { availableParallelism, homedir } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { isAbsolute } from 'node:path';

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

/** The disk path for an absolute path or one in the home folder; undefined for any other. */
export function diskPath(path: string): string | undefined {
  if (/^~(?=$|[\\/])/.test(path)) return homedir() + path.slice(1);
  return isAbsolute(path) ? path : undefined;
}

/** What an issue should say about the program and the machine: names and values. */
export function systemFacts(): readonly (readonly [name: string, value: string])[] {
  return [
    ['Host', `Node ${process.version}, ${process.platform} ${process.arch}`],
    ['Processors', String(processors)],
  ];
}

/** The options that this worker thread was started with. */
export const startOptions: unknown = workerData;

export function sendMessage(message: unknown): void {
  parentPort!.postMessage(message);
}

/** Answers each message to this worker thread. `answer` must not reject. */
export function answerMessages(answer: (message: unknown) => Promise<unknown>): void {
  parentPort!.on('message', (message) => {
    void answer(message).then(sendMessage);
  });
}
