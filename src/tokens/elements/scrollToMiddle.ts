/**
 * Scrolls this page so that an element is in its middle. `scrollIntoView` with `block: 'center'`
 * would also scroll the documents around the page, and so move the page within VS Code.
 */
export function scrollToMiddle(element: Element): void {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const { top, bottom } = element.getBoundingClientRect();
  const middle = ((padding || 0) + window.innerHeight) / 2;
  window.scrollBy({ top: (top + bottom) / 2 - middle, behavior: 'instant' });
  // What scrolls sideways inside the page.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}
