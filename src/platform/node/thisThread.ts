import { parentPort, workerData } from 'node:worker_threads';
import { FileError } from '../../files/fileSource.ts';
import { localFileSource } from './localFileSource.ts';

/** The compiled scanner that this worker thread was started with. Rejects with a `FileError`. */
export async function scannerBytes(): Promise<Uint8Array> {
  const path = workerData as string;
  const bytes = await localFileSource.readFile(path);
  if (!bytes) throw new FileError(path, 'no such file');
  return bytes;
}

/** Sends a message to who started this worker thread. */
export function sendMessage(message: unknown): void {
  parentPort!.postMessage(message);
}

/** Answers each message to this worker thread. `answer` must not reject. */
export function answerMessages(answer: (message: unknown) => Promise<unknown>): void {
  parentPort!.on('message', (message) => {
    void answer(message).then(sendMessage);
  });
}
