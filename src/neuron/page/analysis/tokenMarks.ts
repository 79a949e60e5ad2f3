import type { Sequence } from '../../../tokens/contract.ts';
import { showCardEvent } from '../../../tokens/elements/cursor.ts';
import { scrollToMiddle, tokenSelector } from '../../../tokens/elements/walk.ts';
import { revealEvent } from '../../../tokens/elements/sequenceText.ts';

export const markedClass = 't-marked';

export type Marks = (sequence: Sequence, token: number) => boolean;

/** Marks tokens in the list, also those that are added later. */
export class TokenMarks {
  readonly #list: HTMLElement;
  readonly #sequenceAt: (position: number) => Sequence | undefined;
  readonly #observer = new MutationObserver((records) => this.#added(records));
  #marks: Marks | null = null;

  constructor(list: HTMLElement, sequenceAt: (position: number) => Sequence | undefined) {
    this.#list = list;
    this.#sequenceAt = sequenceAt;
  }

  /** Null marks none. */
  set(marks: Marks | null): void {
    if (!marks && !this.#marks) return;
    this.#marks = marks;
    this.#apply(this.#list);
    if (marks) this.#observer.observe(this.#list, { childList: true, subtree: true });
    else this.#observer.disconnect();
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #added(records: readonly MutationRecord[]): void {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof HTMLElement) this.#apply(node);
  }

  #apply(within: HTMLElement): void {
    const inside = within.querySelectorAll<HTMLElement>(tokenSelector);
    for (const token of within.matches(tokenSelector) ? [within] : inside) this.#mark(token);
  }

  #mark(token: HTMLElement): void {
    const position = Number(token.closest<HTMLElement>('[data-sequence]')?.dataset['sequence']);
    const sequence = this.#sequenceAt(position);
    const marked = sequence && this.#marks?.(sequence, Number(token.dataset['token']));
    token.classList.toggle(markedClass, marked ?? false);
  }
}

/** The page draws a token within a few frames, or not at all. */
const mostFrames = 10;

/** A token's element once drawn. Expands folds and draws more of a long sequence for it. */
export async function findToken(
  list: HTMLElement,
  position: number,
  token: number,
): Promise<HTMLElement | null> {
  for (let frame = 0; frame < mostFrames; frame++) {
    const text = list.querySelector(`[data-sequence="${position}"] .tokens`);
    if (text) return tokenIn(text, token);
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
  return null;
}

function tokenIn(text: Element, token: number): HTMLElement | null {
  text.dispatchEvent(new CustomEvent(revealEvent, { detail: token }));
  return text.querySelector<HTMLElement>(`[data-token="${token}"]`);
}

/** Arrow keys then continue from this token, and the card describes it. */
export function focusToken(token: HTMLElement): void {
  scrollToMiddle(token);
  token.tabIndex = 0;
  token.focus({ preventScroll: true });
  token.dispatchEvent(new Event(showCardEvent, { bubbles: true }));
}
