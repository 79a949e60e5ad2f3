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

/** Colours of the page, opaque, as `#rrggbb`. */
export interface Surface {
  readonly background: string;
  readonly foreground: string;
}

/** One step of a ramp: a background, and a readable text colour. */
export interface Shade {
  readonly colour: string;
  readonly ink: string;
}

/** WCAG's contrast for text. */
export const readable = 4.5;

/** The least OKLab distance from the background at which the strongest step stands out. */
const leastReach = 0.36;

/** OKLab lightness at which ramps on black begin: darker steps cannot be seen. */
const visibleDark = 0.2;

/** `steps` shades, evenly spaced in OKLab from the background to the hue's strongest. */
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
  // Move away from backgrounds of medium lightness or similar hue.
  const direction = lighten ? 0.02 : -0.02;
  let l = goal;
  while (distance(background, oklch(l, chroma, hue)) < leastReach && l > 0.1 && l < 0.98) {
    l += direction;
  }
  return oklch(l, chroma, hue);
}

/** Reduces the chroma if sRGB does not have it at this lightness. */
function oklch(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
}

/** The text colour, moved to black or white until readable: one always has 4.58:1 or more. */
export function inkOn(background: string, foreground: string): string {
  const { towards, last } = inksOf(foreground);
  const under = wcagLuminance(background);
  return towards.find(({ luminance }) => contrast(luminance, under) >= readable)?.ink ?? last;
}

/** Inks to try: from the text colour to the nearer of black and white, then the other. */
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

/** Cached: all steps of all ramps have one text colour. */
let inks: Inks | undefined;

/** WCAG's contrast of two luminances. */
function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
