/** Not by `scrollIntoView`, which would also move the page within VS Code. */
export function scrollToMiddle(element: Element): void {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const { top, bottom } = element.getBoundingClientRect();
  const middle = ((padding || 0) + window.innerHeight) / 2;
  window.scrollBy({ top: (top + bottom) / 2 - middle, behavior: 'instant' });
  // Scroll sideways within the page.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}
