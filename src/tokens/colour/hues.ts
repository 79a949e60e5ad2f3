import type { Palette } from '../../neuron/contract/protocol.ts';

/** What colour shows, with a hue for each sign. */
export type Tint =
  | 'actual'
  | 'actualNegative'
  | 'simulated'
  | 'simulatedNegative'
  /** Simulated − actual: more than there was, and less. */
  | 'over'
  | 'under';

/** The strongest step of a tint, in OKLCH. */
export interface Hue {
  readonly hue: number;
  readonly chroma: number;
  /** On a dark and on a light background; more where that would be too near to it. */
  readonly lightness: { readonly dark: number; readonly light: number };
}

export type Hues = Readonly<Record<Tint, Hue>>;

// Both signs of a quantity are as light, so that equal strength looks equal. On light backgrounds, the strongest step still
// takes dark text. The hues stay apart for readers with each kind of colour blindness; a test holds them to it.
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
