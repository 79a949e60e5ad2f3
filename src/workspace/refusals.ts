import { startTimer } from '#platform/system.ts';

/** Lines per minute. More would flood the log. */
const mostLines = 5;
const minute = 60_000;
/** Count at most this many parts of a message. */
const mostParts = 1000;

/** Logs invalid messages from pages. Counts them if there are many. */
export class Refusals {
  readonly #warn: (text: string) => void;
  readonly #later: (run: () => void, ms: number) => void;
  #count = 0;

  /** `later` runs a function once after this many milliseconds. */
  constructor(
    warn: (text: string) => void,
    later: (run: () => void, ms: number) => void = startTimer,
  ) {
    this.#warn = warn;
    this.#later = later;
  }

  refuse(page: string, message: unknown): void {
    if (this.#count++ === 0) this.#later(() => this.#end(), minute);
    if (this.#count > mostLines) return;
    this.#warn(`Rejected an invalid message or state from the ${page} page: ${kindOf(message)}`);
  }

  #end(): void {
    const left = this.#count - mostLines;
    this.#count = 0;
    if (left > 0) this.#warn(`Rejected ${left} more messages from pages within a minute`);
  }
}

/** The type and approximate size of a value, without its content. */
function kindOf(value: unknown): string {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const { bytes, isWhole } = sizeOf(value);
  return `${type} of ${isWhole ? 'about' : 'more than'} ${bytes} bytes`;
}

function sizeOf(value: unknown): { bytes: number; isWhole: boolean } {
  const waiting = [value];
  let bytes = 0;
  let parts = 0;
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part === 'string') bytes += part.length;
    else if (ArrayBuffer.isView(part) || part instanceof ArrayBuffer) bytes += part.byteLength;
    else if (typeof part === 'object' && part !== null) {
      for (const key in part) {
        if (++parts > mostParts) return { bytes, isWhole: false };
        bytes += key.length;
        waiting.push((part as Record<string, unknown>)[key]);
      }
    } else bytes += 8;
  }
  return { bytes, isWhole: true };
}
