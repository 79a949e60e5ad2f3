/** Speaks to a screen reader after a pause: held arrow keys would build up a queue. */
export class Announcer {
  readonly element = document.createElement('div');
  readonly #delayMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Empty once it is spoken. */
  #pending = '';

  constructor(delayMs = 150) {
    this.#delayMs = delayMs;
    this.element.className = 'sr-only';
    this.element.setAttribute('role', 'status');
  }

  say(text: string): void {
    this.cancel();
    this.#pending = text;
    this.#timer = setTimeout(() => {
      this.element.textContent = this.#pending;
      this.#pending = '';
    }, this.#delayMs);
  }

  /** Adds to the pending text; speaks by itself if there is none. */
  add(text: string): void {
    this.say(this.#pending === '' ? text : `${this.#pending}, ${text}`);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#pending = '';
  }
}
