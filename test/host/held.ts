/**
 * Watches for how long this thread goes on without letting others have a turn. In milliseconds of
 * its own processor time, so that a busy machine makes no difference.
 */
export class Held {
  #before = cpu();
  #longest = 0;
  #immediate = setImmediate(() => this.#tick());

  /** Ends the watch, and says how long the longest time was. */
  async stop(): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    clearImmediate(this.#immediate);
    return this.#longest;
  }

  #tick(): void {
    const now = cpu();
    this.#longest = Math.max(this.#longest, now - this.#before);
    this.#before = now;
    this.#immediate = setImmediate(() => this.#tick());
  }
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
