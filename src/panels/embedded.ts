/** Messages in a page's HTML: JSON with typed arrays, NaN and infinities, like `postMessage`. */

/** An object with this key alone stands for the typed array of this name. */
const float64 = 'Float64Array';
const uint8 = 'Uint8Array';

/** A value as JSON that cannot end an HTML script element. */
export function embed(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Float64Array)
      return { [float64]: Array.from(each, (it) => (Number.isFinite(it) ? it : String(it))) };
    return each instanceof Uint8Array ? { [uint8]: [...each] } : each;
  }).replaceAll('<', '\\u003c');
}

/** The value that `embed` wrote. Throws a SyntaxError if the text is not JSON. */
export function parseEmbedded(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    if (float64 in each) return Float64Array.from(each[float64] as (number | string)[], Number);
    return uint8 in each ? Uint8Array.from(each[uint8] as number[]) : each;
  });
}
