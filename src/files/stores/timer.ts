/** Runs something after some milliseconds. Returns what cancels it. */
export type Timer = (milliseconds: number, run: () => void) => () => void;

export const systemTimer: Timer = (milliseconds, run) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};

/** Resolves after some milliseconds. Rejects with the reason of the signal if it is aborted. */
export function wait(timer: Timer, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const abort = () => {
      cancel();
      reject(signal!.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
    const cancel = timer(milliseconds, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
  });
}
