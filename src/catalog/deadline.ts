/** How long a search may hold up other work, in milliseconds. */
const longest = 400;
/** To look at the clock takes time itself. */
const asksBetween = 64;

/** Ends a search that takes too long. */
export class Deadline {
  readonly #end = performance.now() + longest;
  #asked = 0;
  #passed = false;

  /** Stays true. */
  get passed(): boolean {
    if (++this.#asked % asksBetween === 0) this.#passed ||= performance.now() > this.#end;
    return this.#passed;
  }
}
