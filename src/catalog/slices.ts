import { breathe } from './breathe.ts';

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
