import type * as Plots from '../plots/main.ts';
import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';

let plots: Promise<typeof Plots> | undefined;

/** A separate file, so that tokens show before the plotting library has loaded. */
export function loadPlots(): Promise<typeof Plots> {
  plots ??= (
    import(`${document.getElementById('root')?.dataset['files']}plots.js`) as Promise<typeof Plots>
  ).catch((error: unknown) => {
    plots = undefined;
    throw error;
  });
  return plots;
}

/** Null while loading, an error message if it failed. */
export function usePlots(): typeof Plots | string | null {
  const [plots, setPlots] = useState<typeof Plots | string | null>(null);
  useEffect(() => {
    let gone = false;
    loadPlots().then(
      (loaded) => !gone && setPlots(loaded),
      () => !gone && setPlots(l10n.t('Could not load the plots.')),
    );
    return () => {
      gone = true;
    };
  }, []);
  return plots;
}
