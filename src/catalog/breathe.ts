/** Yields to other work on this thread. */
export function breathe(): Promise<void> {
  // `setImmediate` avoids the minimum delay of a timer, a millisecond.
  const soon = globalThis.setImmediate ?? setTimeout;
  return new Promise((resolve) => soon(resolve));
}
