import * as l10n from '@vscode/l10n';
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
      () => !gone && setPlots(l10n.t('Could not load the plots.')),
    );
    return () => {
      gone = true;
    };
  }, []);
  return plots;
}
