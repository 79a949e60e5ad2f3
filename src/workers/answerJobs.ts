import { answerMessages, sendMessage } from '#platform/thisThread.ts';
import { FileError } from '../files/fileSource.ts';
import { FormatError } from '../format/errors.ts';
import { type Job, NotOpenError, type Response } from './messages.ts';

/** Answers a pool's jobs in this worker thread. User-facing errors keep their type. */
export function answerJobs<J extends Job>(run: (job: J) => unknown): void {
  sendMessage({ ready: true } satisfies Response);
  answerMessages((message) => {
    const { id, job } = message as { id: number; job: J };
    return answer(id, () => run(job));
  });
}

async function answer(id: number, run: () => unknown): Promise<Response> {
  try {
    return { id, ok: await run() };
  } catch (error) {
    if (error instanceof FileError) {
      const { path, reason, transient } = error;
      return { id, fileError: { path, reason, transient } };
    }
    if (error instanceof FormatError) {
      const { reason, file, offset, code } = error;
      return { id, formatError: { reason, file, offset, code } };
    }
    if (error instanceof NotOpenError) return { id, notOpen: error.key };
    return { id, error: String(error) };
  }
}
