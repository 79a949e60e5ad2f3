/** The longest slice of work, in milliseconds. Too short to notice. */
const slice = 12;

/** The work was cancelled because its result is no longer needed. */
export class Outdated extends Error {}

/** Splits long work into short slices, so that the host stays responsive. */
export class Slices {
  readonly #isWanted: () => boolean;
  #started = performance.now();

  constructor(isWanted: () => boolean = () => true) {
    this.#isWanted = isWanted;
  }

  /** Whether it is time for `rest`. Cheap enough for a check every few thousand steps. */
  get due(): boolean {
    return performance.now() - this.#started > slice;
  }

  /** Yields to other work. Rejects with `Outdated` if the result is no longer needed. */
  async rest(): Promise<void> {
    await breathe();
    if (!this.#isWanted()) throw new Outdated();
    this.#started = performance.now();
  }
}

/** Yields to other work on this thread. */
export function breathe(): Promise<void> {
  soon ??= (globalThis as { setImmediate?: Soon }).setImmediate ?? byMessages();
  return new Promise(soon);
}

/** Runs a function after other work. A timer has a minimum delay of up to 4 milliseconds. */
type Soon = (run: () => void) => void;

let soon: Soon | undefined;

/** For browsers, which have no `setImmediate`. */
function byMessages(): Soon {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(null);
  };
}

/** Items sorted or merged per slice. */
const atOnce = 2048;

/** A stable sort in slices, for any number of items. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  slices = new Slices(),
): Promise<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    runs.push(items.slice(from, from + atOnce).sort(compare));
    if (slices.due) await slices.rest();
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [first, second] = [runs[i]!, runs[i + 1]];
      longer.push(second ? await merge(first, second, compare, slices) : first);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
  slices: Slices,
): Promise<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (merged.length < first.length + second.length) {
    const isFirst =
      j === second.length || (i < first.length && compare(first[i]!, second[j]!) <= 0);
    merged.push(isFirst ? first[i++]! : second[j++]!);
    if (merged.length % atOnce === 0 && slices.due) await slices.rest();
  }
  return merged;
}

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
