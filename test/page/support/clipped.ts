import type { Page } from 'playwright-core';

/** What sticks out of the window, or out of its own box. */
export function clipped({ page }: { readonly page: Page }): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>(
      '#root *:not(.sr-only, .sr-only *)',
    )) {
      const name = `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`;
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside ${name}`);
      const style = getComputedStyle(element);
      if (style.display === 'inline' || style.overflowX === 'visible') continue;
      // What is typed may be longer than its field.
      if (element instanceof HTMLInputElement) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`clipped ${name}`);
    }
    return found;
  });
}
