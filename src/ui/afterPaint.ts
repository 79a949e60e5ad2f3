/**
 * Runs something once what is in the document now has been painted. A page that has just been written is in sight one frame later than it
 * is drawn for the first time.
 */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
