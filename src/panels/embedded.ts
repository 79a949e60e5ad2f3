/**
 * Messages between a host and its page, written into the page's HTML: JSON has neither lists of numbers of a type nor NaN and the
 * infinities, which `postMessage` has.
 */

/** Which list an object with just this key stands for. */
const float64 = 'Float64Array';
const uint8 = 'Uint8Array';

/** A value as text that is the same as JSON and as the content of an HTML script element. */
export function embed(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Float64Array)
      return { [float64]: Array.from(each, (it) => (Number.isFinite(it) ? it : String(it))) };
    return each instanceof Uint8Array ? { [uint8]: [...each] } : each;
  }).replaceAll('<', '\\u003c');
}

/** What `embed` made a text of; throws a SyntaxError where the text is not JSON. */
export function parseEmbedded(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    if (float64 in each) return Float64Array.from(each[float64] as (number | string)[], Number);
    return uint8 in each ? Uint8Array.from(each[uint8] as number[]) : each;
  });
}
