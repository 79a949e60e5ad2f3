import type { Sequence } from '../neuron/contract/protocol.ts';
import type { TokenDistribution } from '../neuron/contract/tokenProtocol.ts';

/** A held arrow key passes many tokens; none of them is worth keeping for long. */
const kept = 200;

/** The distributions of an explanation's tokens, asked for one by one and kept for a while. */
export class Distributions {
  readonly #ask: (sequence: number, token: number) => Promise<TokenDistribution | null>;
  readonly #known = new Map<string, Promise<TokenDistribution | null>>();

  constructor(ask: (sequence: number, token: number) => Promise<TokenDistribution | null>) {
    this.#ask = ask;
  }

  /** Null where the file has none, or the host could not say: the card has its numbers without it. */
  of(sequence: Sequence, token: number): Promise<TokenDistribution | null> {
    const key = `${sequence.index}/${token}`;
    const found = this.#known.get(key) ?? this.#ask(sequence.index, token).catch(() => null);
    this.#known.delete(key);
    this.#known.set(key, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > kept && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }
}
