import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Keeps what is scrolled to, and what stays beside, clear of a toolbar that stays at the top, as high as it is now. */
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
    // A window that gets lower lets it go without another size.
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
      style.scrollPaddingTop = '';
    };
  }, [toolbar]);
}
