import type { Sequence } from './contract.ts';
import type { Announcer } from '../ui/announcer.ts';
import type { Scheme } from './colour/scheme.ts';
import type { Distributions } from './distributions.ts';
import { describeToken, type TokenDescription } from './text/describe.ts';
import { type Histogram, histogramOf, simulatorAxis } from './text/histogram.ts';
import type { CursorEvents, TokenTarget } from './elements/cursor.ts';

export interface CardContent {
  readonly description: TokenDescription;
  /** The predicted distribution; null until it is loaded or if there is none. */
  readonly histogram: Histogram | null;
  /** About the sequence; may be empty. */
  readonly note: string;
  readonly anchor: HTMLElement;
  /** Whether it stays when the pointer moves on. */
  readonly pinned: boolean;
}

/** What a card needs, apart from the token. */
interface Data {
  readonly sequences: readonly Sequence[];
  readonly scheme: Scheme;
  /** Null if there are none. */
  readonly distributions: Distributions | null;
  /** The note of a pinned card. */
  readonly note?: (sequence: Sequence) => string;
  /** Another description than the usual one; null for the usual one. */
  readonly describe?: (target: TokenTarget) => TokenDescription | null;
}

/** What the card shows, apart from the page, so that a hover redraws only the card. */
export class CardHost {
  readonly #announcer: Announcer;
  readonly #onPin: (target: TokenTarget | null) => void;
  #data: Data | null = null;
  #content: CardContent | null = null;
  /** The sequence of the card. */
  #sequence: Sequence | null = null;
  #listener: ((content: CardContent | null) => void) | null = null;

  /** `onPin` gets the token of the pinned card; null when it is unpinned. */
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

  /** Closes a card of other data. */
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

  /** Pins the card of a token, or unpins it if it is pinned. */
  pin(target: TokenTarget): void {
    const again = this.pinned && this.#content?.anchor === target.element;
    this.#show(target, this.#describe(target), !again);
    if (this.pinned) this.#onPin(target);
  }

  /** For the cursor of its tokens. */
  get events(): CursorEvents {
    return {
      target: (target) => this.setTarget(target),
      pin: (target) => this.pin(target),
      clear: () => this.clear(),
    };
  }

  /** Updates a pinned card when more is known of its sequence. */
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
    const sequence = this.#data?.sequences[target.sequence];
    if (!this.#data || !sequence) return null;
    const { scheme, describe } = this.#data;
    return describe?.(target) ?? describeToken(sequence, target.token, scheme.rulersFor(sequence));
  }

  #show(target: TokenTarget | null, description: TokenDescription | null, pinned: boolean): void {
    const data = this.#data;
    const sequence = target && data?.sequences[target.sequence];
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

  /** The loaded histogram, so that a card that stays does not flicker. */
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
