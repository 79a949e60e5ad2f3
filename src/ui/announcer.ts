/** Says things to a screen reader, once the reader has stopped moving: held arrow keys would pile up a queue. */
export class Announcer {
  readonly element = document.createElement('div');
  readonly #restMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is to be said, once the reader rests; empty where it has been said. */
  #waiting = '';

  constructor(restMs = 150) {
    this.#restMs = restMs;
    this.element.className = 'sr-only';
    this.element.setAttribute('role', 'status');
  }

  say(text: string): void {
    this.cancel();
    this.#waiting = text;
    this.#timer = setTimeout(() => {
      this.element.textContent = this.#waiting;
      this.#waiting = '';
    }, this.#restMs);
  }

  /** Says more of the same: together with what waits to be said, else by itself. */
  add(text: string): void {
    this.say(this.#waiting === '' ? text : `${this.#waiting}, ${text}`);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#waiting = '';
  }
}
