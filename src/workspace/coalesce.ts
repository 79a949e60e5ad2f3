/**
 * Makes many calls into few: `run` starts `delay` milliseconds after the first call, never twice at a time, and once more afterwards if
 * there were calls while it ran. The returned `now` runs it at once and resolves when a run that began after the call has ended.
 */
export function coalesce(run: () => Promise<void>, delay: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const now = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (!running) {
      running = run().finally(() => (running = undefined));
      return running;
    }
    const afterwards = () => {
      next = undefined;
      return now();
    };
    return (next ??= running.then(afterwards, afterwards));
  };

  return {
    now,
    soon(): void {
      timer ??= setTimeout(() => void now(), delay);
    },
    dispose(): void {
      clearTimeout(timer);
    },
  };
}
