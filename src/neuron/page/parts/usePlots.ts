import { useEffect, useState } from 'preact/hooks';
import { loadPlots } from '../analysis/loadPlots.ts';
import type * as Plots from '../plots/main.ts';

/** Null while loading, an error message if it failed. */
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
