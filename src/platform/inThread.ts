import { parentPort, workerData } from 'node:worker_threads';

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
