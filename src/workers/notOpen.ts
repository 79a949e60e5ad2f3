/**
 * A neuron is no longer open: the thread restarted or had too many open. It can be opened again.
 */
export class NotOpenError extends Error {
  readonly key: number;

  constructor(key: number) {
    super(`neuron ${key} is not open`);
    this.key = key;
  }
}
