import type { PlotOptions } from '@observablehq/plot';

/** CSS variables, so that a plot follows the theme without being drawn again. */
export const colours = {
  point: 'var(--plot-point)',
  line: 'var(--plot-line)',
  grid: 'var(--plot-grid)',
  ground: 'var(--plot-ground)',
  text: 'currentColor',
} as const;

/** Room for numbers such as −0.15 at the ends of the axes. */
export const margins = { marginTop: 24, marginRight: 16, marginBottom: 34, marginLeft: 46 };

export function shared(width: number, height: number): PlotOptions {
  return { width, height, ...margins, figure: false };
}

/** The page's policy blocks the plot's own style element. The page's style has its rules. */
export function svgOf(drawn: Element): SVGSVGElement {
  drawn.querySelector('style')?.remove();
  drawn.setAttribute('aria-hidden', 'true');
  return drawn as SVGSVGElement;
}
