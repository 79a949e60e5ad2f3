import { useLayoutEffect } from 'preact/hooks';

/**
 * Measures what stays at the top of the window, for the style: `--head` is the height of the
 * head, `--toolbar` that of head and toolbar. Scroll targets stay clear of both.
 */
export function useStickyHeights(): void {
  useLayoutEffect(() => {
    const elements = document.querySelectorAll<HTMLElement>('.head, .views-bar');
    const update = () => {
      const [head = 0, bar = 0] = Array.from(elements, stickyHeight);
      setHeights(head, head + bar);
    };
    // It is first called after layout. Measuring here would force an extra layout.
    const observer = new ResizeObserver(update);
    for (const element of elements) observer.observe(element);
    // In a low window nothing is sticky, though the sizes are the same.
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
    };
  });
  useLayoutEffect(() => () => setHeights(0, 0), []);
}

function stickyHeight(element: HTMLElement): number {
  return getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
let set = '';

/** Set on few elements: a property on the root would restyle every element that inherits it. */
function setHeights(head: number, toolbar: number): void {
  const rules = `
    .views-bar { --head: ${head}px }
    .analysis, .find { --toolbar: ${toolbar}px }
    html { scroll-padding-top: ${toolbar > 0 ? `${toolbar + 8}px` : 'auto'} }`;
  if (rules === set) return;
  set = rules;
  sheet.replaceSync(rules);
}
