/** To 4 decimals, as the public files have them, and never −0, which JSON would print. */
export function round4(value: number): number {
  return Math.round(value * 10000) / 10000 + 0;
}

/** Downwards, so that probabilities cut off behind the listed ones never add up to more than 1. */
export function floor4(value: number): number {
  return Math.floor(value * 10000) / 10000;
}
