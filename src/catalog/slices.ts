import { breathe } from './breathe.ts';

/** How long work goes on before others have their turn, in milliseconds: less than anyone feels. */
const slice = 12;

/** Work was given up because nobody waits for it any more. */
export class Outdated extends Error {}

/** Long work in short slices, between which the host does other things. */
export class Slices {
  readonly #isWanted: () => boolean;
  #started = performance.now();

  constructor(isWanted: () => boolean = () => true) {
    this.#isWanted = isWanted;
  }

  /** Whether it is time for `rest`. Asked every few thousand steps, it costs nothing. */
  get due(): boolean {
    return performance.now() - this.#started > slice;
  }

  /** Lets others work. Rejects with `Outdated` where the result is not wanted any more. */
  async rest(): Promise<void> {
    await breathe();
    if (!this.#isWanted()) throw new Outdated();
    this.#started = performance.now();
  }
}
