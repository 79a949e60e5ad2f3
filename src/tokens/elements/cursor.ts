import { hasMoved } from './pointer.ts';
import { extendEvent } from './sequenceText.ts';
import {
  endOf,
  endOfSequence,
  foldBeside,
  lineNeighbour,
  neighbour,
  sequenceNeighbour,
  tokenOf,
} from './walk.ts';

/** The token that the card describes. */
export interface TokenTarget {
  readonly element: HTMLElement;
  /** The index of its sequence among those loaded. */
  readonly sequence: number;
  readonly token: number;
  readonly by: 'pointer' | 'focus';
}

export interface CursorEvents {
  /** Null if no token is pointed at or focused. */
  target(target: TokenTarget | null): void;
  /** A click on a token, or Enter. */
  pin(target: TokenTarget): void;
  /** Escape. */
  clear(): void;
}

/** Makes the token that it is sent to show its card, in place of a pinned one. */
export const showCardEvent = 'neuron-show-card';

/** Follows pointer and focus. One token is a tab stop; to screen readers, the others are text. */
export class TokenCursor {
  readonly #list: HTMLElement;
  readonly #events: CursorEvents;
  readonly #listeners = new AbortController();
  #current: HTMLElement | null = null;
  /** The token that the pointer has moved to. */
  #pointed: HTMLElement | null = null;

  constructor(list: HTMLElement, events: CursorEvents) {
    this.#list = list;
    this.#events = events;
    const { signal } = this.#listeners;
    list.addEventListener('pointerover', (event) => this.#point(event), { signal });
    list.addEventListener('pointermove', (event) => this.#point(event), { signal });
    list.addEventListener('pointerleave', () => this.#settle(), { signal });
    list.addEventListener('wheel', () => this.#settle(), { signal, passive: true });
    list.addEventListener('click', (event) => this.#click(event), { signal });
    list.addEventListener('focusin', (event) => this.#focused(event.target), { signal });
    list.addEventListener(showCardEvent, (event) => this.#show(event.target), { signal });
    list.addEventListener('focusout', () => this.#events.target(null), { signal });
    list.addEventListener('keydown', (event) => this.#key(event), { signal });
  }

  /** Provides a tab stop after the list has changed. */
  refresh(): void {
    if (this.#current?.isConnected) return;
    const first = endOf(this.#list, 'first');
    if (first) this.#setCurrent(first);
    else this.#current = null;
  }

  dispose(): void {
    this.#listeners.abort();
  }

  /** A token that moves under a resting pointer is not hovered. */
  #point(event: PointerEvent): void {
    if (!hasMoved(event)) return;
    const token = tokenOf(event.target);
    if (!token) this.#settle();
    else if (token !== this.#pointed) {
      this.#pointed = token;
      this.#events.target(targetOf(token, 'pointer'));
    }
  }

  /** After a hover, the card returns to the focused token. */
  #settle(): void {
    if (!this.#pointed) return;
    this.#pointed = null;
    const focused = tokenOf(document.activeElement);
    this.#events.target(
      focused && this.#list.contains(focused) ? targetOf(focused, 'focus') : null,
    );
  }

  #click(event: MouseEvent): void {
    const token = tokenOf(event.target);
    // Selecting text also ends with a click.
    if (!token || getSelection()?.isCollapsed === false) return;
    this.#setCurrent(token);
    token.focus({ preventScroll: true });
    this.#pin(token);
  }

  #pin(token: HTMLElement): void {
    const target = targetOf(token, 'focus');
    if (target) this.#events.pin(target);
  }

  #focused(target: EventTarget | null): void {
    const token = tokenOf(target);
    if (!token) return;
    this.#pointed = null;
    this.#setCurrent(token);
    this.#events.target(targetOf(token, 'focus'));
  }

  /** A page without the focus of the window gets no event when a token is focused. */
  #show(target: EventTarget | null): void {
    this.#events.clear();
    this.#focused(target);
  }

  #key(event: KeyboardEvent): void {
    const from = tokenOf(event.target);
    if (!from) return;
    if (event.key === 'Escape') {
      this.#events.clear();
      return;
    }
    if (event.key === 'Enter') {
      this.#pin(from);
      event.preventDefault();
      return;
    }
    const to = this.#destination(event, from);
    if (to === undefined) return;
    event.preventDefault();
    if (!to) return;
    this.#setCurrent(to);
    to.focus();
  }

  /** The token that a key moves to; null at an end, undefined for other keys. */
  #destination(event: KeyboardEvent, from: HTMLElement): HTMLElement | null | undefined {
    if (event.altKey || event.metaKey || event.shiftKey) return undefined;
    if (event.ctrlKey) {
      if (event.key === 'Home') return endOf(this.#list, 'first');
      return event.key === 'End' ? endOf(this.#list, 'last') : undefined;
    }
    const rightToLeft = getComputedStyle(from.closest('.tokens') ?? from).direction === 'rtl';
    switch (event.key) {
      case 'ArrowRight':
        return this.#step(from, rightToLeft ? -1 : 1);
      case 'ArrowLeft':
        return this.#step(from, rightToLeft ? 1 : -1);
      case 'ArrowDown':
        return lineNeighbour(this.#list, from, 1);
      case 'ArrowUp':
        return lineNeighbour(this.#list, from, -1);
      case 'PageDown':
        return sequenceNeighbour(this.#list, from, 1);
      case 'PageUp':
        return sequenceNeighbour(this.#list, from, -1);
      case 'Home':
        return endOfSequence(from, 'first');
      case 'End':
        return endOfSequence(from, 'last');
      default:
        return undefined;
    }
  }

  /** Opens a fold on its way, and shows the next part of a long sequence. */
  #step(from: HTMLElement, step: 1 | -1): HTMLElement | null {
    foldBeside(from, step)?.click();
    const next = neighbour(this.#list, from, step);
    const text = from.closest('.tokens');
    if (step === -1 || !text || text === next?.closest('.tokens')) return next;
    text.dispatchEvent(new Event(extendEvent));
    return neighbour(this.#list, from, step);
  }

  #setCurrent(token: HTMLElement): void {
    if (token === this.#current) return;
    this.#current?.removeAttribute('tabindex');
    token.tabIndex = 0;
    this.#current = token;
  }
}

function targetOf(element: HTMLElement, by: TokenTarget['by']): TokenTarget | null {
  const sequence = element.closest<HTMLElement>('[data-sequence]')?.dataset['sequence'];
  const token = element.dataset['token'];
  if (sequence === undefined || token === undefined) return null;
  return { element, sequence: Number(sequence), token: Number(token), by };
}
