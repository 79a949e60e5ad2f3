/** More lines a minute would only fill the log. */
const mostLines = 5;
const minute = 60_000;
/** Of a message with more parts than this, only some are counted. */
const mostParts = 1000;

/** Tells of messages that pages send and that no page sends; of many, how many there are. */
export class Refusals {
  readonly #warn: (text: string) => void;
  readonly #later: (run: () => void, ms: number) => void;
  #count = 0;

  /** `later` runs something once, so many milliseconds from now. */
  constructor(
    warn: (text: string) => void,
    later: (run: () => void, ms: number) => void = (run, ms) => void setTimeout(run, ms).unref(),
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

/** The type and about the size of a value, and nothing of what it says. */
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
