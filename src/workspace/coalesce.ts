/**
 * Merges calls. `run` starts `delay` milliseconds after the first call and never runs twice at a
 * time. It runs once more if there were calls meanwhile. The returned `now` runs it immediately and
 * resolves when a run that began after the call has ended.
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
