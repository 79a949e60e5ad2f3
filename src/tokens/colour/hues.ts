import type { Palette } from '../contract.ts';

/** A quantity with a sign. */
export type Tint =
  | 'actual'
  | 'actualNegative'
  | 'simulated'
  | 'simulatedNegative'
  /** Simulated − actual, above and below zero. */
  | 'over'
  | 'under';

/** The strongest step of a tint, in OKLCH. */
export interface Hue {
  readonly hue: number;
  readonly chroma: number;
  /** On dark and light backgrounds, if far enough from the background. */
  readonly lightness: { readonly dark: number; readonly light: number };
}

export type Hues = Readonly<Record<Tint, Hue>>;

// Equal for both signs, to look equally strong. Tests check colour blindness and text contrast.
const actual = { dark: 0.76, light: 0.62 };
const simulated = { dark: 0.78, light: 0.66 };
const difference = { dark: 0.72, light: 0.64 };

const red: Hue = { hue: 30, chroma: 0.17, lightness: difference };
const blue: Hue = { hue: 250, chroma: 0.15, lightness: difference };

export const palettes: Readonly<Record<Palette, Hues>> = {
  greenAmber: {
    actual: { hue: 160, chroma: 0.16, lightness: actual },
    actualNegative: { hue: 310, chroma: 0.16, lightness: actual },
    simulated: { hue: 75, chroma: 0.16, lightness: simulated },
    simulatedNegative: { hue: 250, chroma: 0.14, lightness: simulated },
    over: red,
    under: blue,
  },
  blueOrange: {
    actual: { hue: 250, chroma: 0.15, lightness: actual },
    actualNegative: { hue: 0, chroma: 0.16, lightness: actual },
    simulated: { hue: 60, chroma: 0.16, lightness: simulated },
    simulatedNegative: { hue: 170, chroma: 0.14, lightness: simulated },
    over: { hue: 60, chroma: 0.16, lightness: difference },
    under: blue,
  },
  redBlue: {
    actual: red,
    actualNegative: blue,
    simulated: red,
    simulatedNegative: blue,
    over: red,
    under: blue,
  },
};

export const hues = palettes.greenAmber;
