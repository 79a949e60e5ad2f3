import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Keeps scroll targets and the analysis panel clear of the sticky toolbar. */
export function useScrollPadding(toolbar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = toolbar.current;
    if (!element) return undefined;
    const { style } = document.documentElement;
    const update = () => {
      const stays = getComputedStyle(element).position === 'sticky';
      const height = stays ? Math.ceil(element.offsetHeight) : 0;
      style.scrollPaddingTop = stays ? `${height + 8}px` : '';
      style.setProperty('--toolbar', `${height}px`);
    };
    const observer = new ResizeObserver(update);
    observer.observe(element);
    // In a low window the toolbar is not sticky, though its size is the same.
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
      style.scrollPaddingTop = '';
    };
  }, [toolbar]);
}
