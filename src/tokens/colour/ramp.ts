import {
  clampChroma,
  differenceEuclidean,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode,
  wcagLuminance,
} from 'culori/fn';
import type { Hue } from './hues.ts';
import { steps } from './scale.ts';

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeOklch);
const toOklab = useMode(modeOklab);
const distance = differenceEuclidean('oklab');

/** What the tokens stand on; both opaque, as `#rrggbb`. */
export interface Surface {
  readonly background: string;
  readonly foreground: string;
}

/** One step of a ramp: a background, and a text colour that can be read on it. */
export interface Shade {
  readonly colour: string;
  readonly ink: string;
}

/** WCAG's contrast for text. */
export const readable = 4.5;

/** Nearer than this to the background, even the strongest step would not stand out. */
const leastReach = 0.36;

/** Below this lightness, screens show nothing of a step; ramps on black begin here. */
const visibleDark = 0.2;

/** `steps` shades, faintest first, evenly spaced in OKLab between the background and the hue's strongest. */
export function ramp(surface: Surface, hue: Hue): readonly Shade[] {
  const { background, foreground } = surface;
  const lightness = toOklab(background)?.l ?? 0;
  const base = lightness < visibleDark ? oklch(visibleDark, 0, 0) : background;
  const between = interpolate([base, strongest(background, hue)], 'oklab');
  return Array.from({ length: steps }, (_, i) => {
    const colour = formatHex(clampChroma(between((i + 1) / steps), 'oklch'));
    return { colour, ink: inkOn(colour, foreground) };
  });
}

function strongest(background: string, { hue, chroma, lightness }: Hue): string {
  const lighten = (toOklab(background)?.l ?? 0) < 0.6;
  const goal = lighten ? lightness.dark : lightness.light;
  // Away from the background in small steps, for one that is itself half-way or has the hue.
  const direction = lighten ? 0.02 : -0.02;
  let l = goal;
  while (distance(background, oklch(l, chroma, hue)) < leastReach && l > 0.1 && l < 0.98) {
    l += direction;
  }
  return oklch(l, chroma, hue);
}

/** Not every lightness has the chroma; the nearest that it has is taken. */
function oklch(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
}

/**
 * The theme's own text colour while it can be read; then it moves towards black or white, as little as is
 * enough. One of the two always is: no colour has less than 4.58:1 to both.
 */
export function inkOn(background: string, foreground: string): string {
  const { towards, last } = inksOf(foreground);
  const under = wcagLuminance(background);
  return towards.find(({ luminance }) => contrast(luminance, under) >= readable)?.ink ?? last;
}

/** The inks that are tried on every step, from the text colour to the pole that it is near to, and the other pole. */
function inksOf(foreground: string) {
  if (foreground === inks?.foreground) return inks;
  const own = wcagLuminance(foreground);
  const light = contrast(own, 1) < contrast(own, 0);
  const [near, last] = light ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  const between = interpolate([foreground, near], 'oklab');
  const towards = Array.from({ length: 9 }, (_, i) => {
    const ink = formatHex(between(i / 8));
    return { ink, luminance: wcagLuminance(ink) };
  });
  inks = { foreground, towards, last: last };
  return inks;
}

interface Inks {
  readonly foreground: string;
  readonly towards: readonly { readonly ink: string; readonly luminance: number }[];
  readonly last: string;
}

/** Of the last text colour: all steps of all ramps have the same. */
let inks: Inks | undefined;

/** WCAG's contrast of two luminances. */
function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
