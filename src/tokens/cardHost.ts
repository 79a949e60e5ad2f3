import type { Sequence } from '../neuron/contract/protocol.ts';
import type { Announcer } from '../ui/announcer.ts';
import type { Scheme } from './colour/scheme.ts';
import type { Distributions } from './distributions.ts';
import { describeToken, type TokenDescription } from './text/describe.ts';
import { type Histogram, histogramOf, simulatorAxis } from './text/histogram.ts';
import type { CursorEvents, TokenTarget } from './elements/cursor.ts';

export interface CardContent {
  readonly description: TokenDescription;
  /** The distribution that the simulator predicted; null until it is here, and where there is none. */
  readonly histogram: Histogram | null;
  /** About its sequence; empty where there is nothing to say. */
  readonly note: string;
  readonly anchor: HTMLElement;
  /** Whether it stays while others are pointed at. */
  readonly pinned: boolean;
}

/** All that a card is made of, apart from the token. */
interface Data {
  readonly sequences: readonly Sequence[];
  readonly scheme: Scheme;
  /** Null where there are none to ask for. */
  readonly distributions: Distributions | null;
  /** What a pinned card says of the sequence. */
  readonly note?: (sequence: Sequence) => string;
  /** What is told of a token other than by its sequence alone; null where that is all. */
  readonly describe?: (target: TokenTarget) => TokenDescription | null;
}

/** What the card shows, apart from the rest of the page: a hover draws the card and nothing else. */
export class CardHost {
  readonly #announcer: Announcer;
  readonly #onPin: (target: TokenTarget | null) => void;
  #data: Data | null = null;
  #content: CardContent | null = null;
  /** The one of the token that has the card. */
  #sequence: Sequence | null = null;
  #listener: ((content: CardContent | null) => void) | null = null;

  /** `onPin` hears which token's card is pinned, or that none is any longer. */
  constructor(announcer: Announcer, onPin: (target: TokenTarget | null) => void = () => {}) {
    this.#announcer = announcer;
    this.#onPin = onPin;
  }

  set listener(listener: ((content: CardContent | null) => void) | null) {
    this.#listener = listener;
  }

  get pinned(): boolean {
    return this.#content?.pinned ?? false;
  }

  /** A card about data that has gone would be wrong. */
  setData(data: Data): void {
    const known = this.#data;
    this.#data = data;
    const same =
      data.scheme === known?.scheme &&
      data.distributions === known.distributions &&
      data.sequences[0] === known.sequences[0];
    if (!same) this.clear();
  }

  setTarget(target: TokenTarget | null): void {
    const described = target && this.#describe(target);
    if (described && target.by === 'focus') this.#announcer.say(described.spoken);
    else this.#announcer.cancel();
    if (!this.pinned) this.#show(target, described, false);
  }

  /** Keeps the card of a token in sight; of the token that has it already, no longer. */
  pin(target: TokenTarget): void {
    const again = this.pinned && this.#content?.anchor === target.element;
    this.#show(target, this.#describe(target), !again);
    if (this.pinned) this.#onPin(target);
  }

  /** What a cursor over its tokens tells it. */
  get events(): CursorEvents {
    return {
      target: (target) => this.setTarget(target),
      pin: (target) => this.pin(target),
      clear: () => this.clear(),
    };
  }

  /** More may be known of a sequence than when its card was pinned. */
  updateNote(): void {
    const [content, sequence] = [this.#content, this.#sequence];
    if (!content?.pinned || !sequence) return;
    const note = this.#data?.note?.(sequence) ?? '';
    if (note !== content.note) this.#set({ ...content, note });
  }

  clear(): void {
    this.#announcer.cancel();
    this.#set(null);
  }

  #describe(target: TokenTarget): TokenDescription | null {
    const { place, token } = target;
    const sequence = this.#data?.sequences[place];
    if (!this.#data || !sequence) return null;
    const { scheme, describe } = this.#data;
    return describe?.(target) ?? describeToken(sequence, token, scheme.rulersFor(sequence));
  }

  #show(target: TokenTarget | null, description: TokenDescription | null, pinned: boolean): void {
    const data = this.#data;
    const sequence = target && data?.sequences[target.place];
    if (!target || !description || !sequence) {
      this.#set(null);
      return;
    }
    const anchor = target.element;
    const note = pinned ? (data.note?.(sequence) ?? '') : '';
    this.#sequence = sequence;
    this.#set({ description, histogram: this.#histogramAt(anchor), note, anchor, pinned });
    void data.distributions?.of(sequence, target.token).then((distribution) => {
      const content = this.#content;
      if (content?.anchor !== anchor || this.#data?.scheme !== data.scheme) return;
      const { source } = data.scheme.rulers;
      const shown = distribution?.[source];
      if (!shown) return;
      const { uncalibrated, simulatedUnits } = data.scheme.scale;
      const axis =
        source === 'uncalibrated' || simulatedUnits === 'normalized'
          ? { min: 0, max: 10 }
          : simulatorAxis(uncalibrated?.map ?? null);
      const histogram = histogramOf(shown, axis);
      if (histogram && !pinned && target.by === 'focus')
        this.#announcer.add(histogram.summary.join(', '));
      this.#set({ ...content, histogram });
    });
  }

  /** What is here already, so that a card which stays does not lose it for a moment. */
  #histogramAt(anchor: HTMLElement): Histogram | null {
    return this.#content?.anchor === anchor ? this.#content.histogram : null;
  }

  #set(content: CardContent | null): void {
    const wasPinned = this.pinned;
    this.#content = content;
    if (wasPinned && !this.pinned) this.#onPin(null);
    this.#listener?.(content);
  }
}
