/** A neuron is not open any more: the thread has started anew, or had too many. It can be opened again. */
export class NotOpenError extends Error {
  readonly key: number;

  constructor(key: number) {
    super(`neuron ${key} is not open`);
    this.key = key;
  }
}
