import type * as Plots from '../plots/main.ts';

let plots: Promise<typeof Plots> | undefined;

/** The plots, in a file of their own: the tokens are to be there before a plotting library. After an error, it is tried again. */
export function loadPlots(): Promise<typeof Plots> {
  plots ??= (
    import(`${document.getElementById('root')?.dataset['files']}plots.js`) as Promise<typeof Plots>
  ).catch((error: unknown) => {
    plots = undefined;
    throw error;
  });
  return plots;
}
