import type { Page } from 'playwright-core';

/**
 * What sticks out of the window, or out of its own box. `scrollers` scroll on their own, which is
 * for tables.
 */
export function clipped({ page }: { readonly page: Page }, scrollers = '.none'): Promise<string[]> {
  return page.evaluate((own) => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>(
      `#root *:not(.sr-only, .sr-only *, :is(${own}) *)`,
    )) {
      const name = `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`;
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside ${name}`);
      const style = getComputedStyle(element);
      if (style.display === 'inline' || style.overflowX === 'visible') continue;
      // What is typed may be longer than its field.
      if (element instanceof HTMLInputElement || element.matches(own)) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`clipped ${name}`);
    }
    return found;
  }, scrollers);
}
