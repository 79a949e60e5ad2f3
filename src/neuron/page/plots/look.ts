import type { PlotOptions } from '@observablehq/plot';

/** The theme's colours by the names that the style gives them: a change of theme needs no new drawing. */
export const colours = {
  point: 'var(--plot-point)',
  line: 'var(--plot-line)',
  grid: 'var(--plot-grid)',
  ground: 'var(--plot-ground)',
  text: 'currentColor',
} as const;

/** Numbers at the ends of the axes, such as −0.15, have room. */
export const margins = { marginTop: 24, marginRight: 16, marginBottom: 34, marginLeft: 46 };

export function shared(width: number, height: number): PlotOptions {
  return { width, height, ...margins, figure: false };
}

/** The drawing without the style element that comes with it, which the page's policy does not let in; the page's style has its rules. */
export function svgOf(drawn: Element): SVGSVGElement {
  drawn.querySelector('style')?.remove();
  drawn.setAttribute('aria-hidden', 'true');
  return drawn as SVGSVGElement;
}
