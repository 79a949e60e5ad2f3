/** The nearest number of half precision: 11 bits, fewer below 2^-14. */
export function toHalf(value: number): number {
  return toUnit(value, Math.max(exponentOf(value), -14) - 10);
}

/** The nearest bfloat16: 8 bits, fewer below 2^-126. */
export function toBrainFloat(value: number): number {
  return toUnit(value, Math.max(exponentOf(value), -126) - 7);
}

function exponentOf(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value)));
}

/** The nearest multiple of a power of two, an even one of two that are as near. */
function toUnit(value: number, exponent: number): number {
  const units = value / 2 ** exponent;
  const below = Math.floor(units);
  const part = units - below;
  const up = part > 0.5 || (part === 0.5 && below % 2 !== 0);
  return (below + (up ? 1 : 0)) * 2 ** exponent;
}
