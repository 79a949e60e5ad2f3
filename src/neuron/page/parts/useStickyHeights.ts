import { useLayoutEffect } from 'preact/hooks';

/**
 * Measures what stays at the top of the window, for the style: `--head` is the height of the
 * head, `--toolbar` that of head and toolbar. Scroll targets stay clear of both.
 */
export function useStickyHeights(): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const heightOf = (selector: string) => {
      const element = document.querySelector<HTMLElement>(selector);
      const sticks = element && getComputedStyle(element).position === 'sticky';
      return sticks ? element.offsetHeight : 0;
    };
    const update = () => {
      const head = heightOf('.head');
      const all = head + heightOf('.views-bar');
      style.setProperty('--head', `${head}px`);
      style.setProperty('--toolbar', `${all}px`);
      style.scrollPaddingTop = all > 0 ? `${all + 8}px` : '';
    };
    const observer = new ResizeObserver(update);
    for (const element of document.querySelectorAll('.head, .views-bar')) observer.observe(element);
    // In a low window nothing is sticky, though the sizes are the same.
    window.addEventListener('resize', update);
    update();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
      style.scrollPaddingTop = '';
    };
  });
}
