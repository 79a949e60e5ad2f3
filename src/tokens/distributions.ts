import type { Sequence, TokenDistribution } from './contract.ts';

/** A held arrow key passes many tokens, few of which are needed again. */
const capacity = 200;

/** Distributions of an explanation's tokens, requested one by one and cached. */
export class Distributions {
  readonly #ask: (sequence: number, token: number) => Promise<TokenDistribution | null>;
  readonly #known = new Map<string, Promise<TokenDistribution | null>>();

  constructor(ask: (sequence: number, token: number) => Promise<TokenDistribution | null>) {
    this.#ask = ask;
  }

  /** Null if the file has none or the request fails: the card does without. */
  of(sequence: Sequence, token: number): Promise<TokenDistribution | null> {
    const key = `${sequence.index}/${token}`;
    const found = this.#known.get(key) ?? this.#ask(sequence.index, token).catch(() => null);
    this.#known.delete(key);
    this.#known.set(key, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > capacity && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }
}
