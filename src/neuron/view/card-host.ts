import type { Sequence } from '../protocol.ts';
import type { Announcer } from '../../webview/view/announcer.ts';
import type { Rulers } from './colour/scale.ts';
import { describeToken, type TokenDescription } from './text/describe.ts';
import type { TokenTarget } from './tokens/cursor.ts';

export interface CardContent {
  readonly description: TokenDescription;
  readonly anchor: HTMLElement;
}

/** What the card shows, apart from the rest of the page: a hover draws the card and nothing else. */
export class CardHost {
  readonly #announcer: Announcer;
  #sequences: readonly Sequence[] = [];
  #rulers: Rulers | null = null;
  #listener: ((content: CardContent | null) => void) | null = null;

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
  }

  set listener(listener: ((content: CardContent | null) => void) | null) {
    this.#listener = listener;
  }

  /** A card about data that has gone would be wrong. */
  setData(sequences: readonly Sequence[], rulers: Rulers): void {
    if (rulers !== this.#rulers || sequences[0] !== this.#sequences[0]) this.setTarget(null);
    this.#sequences = sequences;
    this.#rulers = rulers;
  }

  setTarget(target: TokenTarget | null): void {
    const sequence = target && this.#sequences[target.place];
    if (!sequence || !this.#rulers) {
      this.#announcer.cancel();
      this.#listener?.(null);
      return;
    }
    const description = describeToken(sequence, target.token, this.#rulers);
    this.#listener?.({ description, anchor: target.element });
    if (target.by === 'focus') this.#announcer.say(description.spoken);
  }
}
