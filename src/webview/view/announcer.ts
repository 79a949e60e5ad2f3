/** Says things to a screen reader, once the reader has stopped moving: held arrow keys would pile up a queue. */
export class Announcer {
  readonly element = document.createElement('div');
  readonly #restMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(restMs = 150) {
    this.#restMs = restMs;
    this.element.className = 'sr-only';
    this.element.setAttribute('role', 'status');
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.element.textContent = text), this.#restMs);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
