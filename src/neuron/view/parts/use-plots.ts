import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { loadPlots } from '../analysis/load-plots.ts';
import type * as Plots from '../plots/main.ts';

/** The plots once they are loaded; a sentence where they cannot be. */
export function usePlots(): typeof Plots | string | null {
  const [plots, setPlots] = useState<typeof Plots | string | null>(null);
  useEffect(() => {
    let gone = false;
    loadPlots().then(
      (loaded) => !gone && setPlots(loaded),
      () => !gone && setPlots('The plots could not be loaded.'),
    );
    return () => {
      gone = true;
    };
  }, []);
  return plots;
}

/** The width of an element in whole pixels, followed as it changes. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const measure = () => setWidth(Math.floor(observed.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
