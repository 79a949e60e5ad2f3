import { Slices } from './slices.ts';

/** Concatenates parts, in slices: fresh memory takes time, and there may be many parts. */
export async function concat(parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const slices = new Slices();
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    if (slices.due) await slices.rest();
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
