import type * as Plots from '../plots/main.ts';

// Known only while this script runs for the first time.
const { currentScript } = document;
const base = currentScript instanceof HTMLScriptElement ? currentScript.src : location.href;

let plots: Promise<typeof Plots> | undefined;

/** The plots, in a file of their own: the tokens are to be there before a plotting library. After an error, it is tried again. */
export function loadPlots(): Promise<typeof Plots> {
  plots ??= (import(new URL('plots.js', base).href) as Promise<typeof Plots>).catch(
    (error: unknown) => {
      plots = undefined;
      throw error;
    },
  );
  return plots;
}
