/** Numbers from 0 up to 1. */
export type Random = () => number;

/** Mulberry32 from a number: hashing a key, as `randomOf` does, is slower than a row. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function integer(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function evenly<T>(items: readonly T[]): (random: Random) => T {
  return (random) => items[integer(random, items.length)]!;
}

/** Items as often as Zipf's law has it: the one of rank r about 1/(r + flat)^steep of the first. */
export function zipf<T>(items: readonly T[], flat: number, steep = 1): (random: Random) => T {
  return weighted(items.map((item, rank) => [item, 1 / (rank + 1 + flat) ** steep] as const));
}

/** Items by their weights, whatever these add up to. */
export function weighted<T>(items: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends = new Float64Array(items.length);
  let sum = 0;
  for (const [i, [, weight]] of items.entries()) ends[i] = sum += weight;
  return (random) => {
    const at = random() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return items[low]![0];
  };
}
