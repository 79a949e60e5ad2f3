/** Lets whoever waits on this thread have a turn. */
export function breathe(): Promise<void> {
  // Where there is such a thing, without the millisecond that a timer takes at least.
  const soon = globalThis.setImmediate ?? setTimeout;
  return new Promise((resolve) => soon(resolve));
}
