/** Runs after the next paint: a new page is visible one frame after it is first drawn. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
