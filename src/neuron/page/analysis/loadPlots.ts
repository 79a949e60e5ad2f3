import type * as Plots from '../plots/main.ts';

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
