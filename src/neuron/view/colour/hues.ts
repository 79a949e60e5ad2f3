/** The four things that colour shows. Negative values have a hue of their own. */
export type Tint = 'actual' | 'actualNegative' | 'simulated' | 'simulatedNegative';

/** The strongest step of a tint, in OKLCH. */
export interface Hue {
  readonly hue: number;
  readonly chroma: number;
  /** On a dark and on a light background; more where that would be too near to it. */
  readonly lightness: { readonly dark: number; readonly light: number };
}

// Both signs of a quantity are as light, so that equal strength looks equal. On light backgrounds, the strongest step still
// takes dark text. The hues stay apart for readers with each kind of colour blindness; a test holds them to it.
const actual = { dark: 0.76, light: 0.62 };
const simulated = { dark: 0.78, light: 0.66 };

export const hues: Readonly<Record<Tint, Hue>> = {
  actual: { hue: 160, chroma: 0.16, lightness: actual },
  actualNegative: { hue: 310, chroma: 0.16, lightness: actual },
  simulated: { hue: 75, chroma: 0.16, lightness: simulated },
  simulatedNegative: { hue: 250, chroma: 0.14, lightness: simulated },
};
