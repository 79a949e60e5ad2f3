import { scrollToMiddle } from '../../../tokens/elements/scrollToMiddle.ts';
import { revealEvent } from '../../../tokens/elements/sequenceText.ts';

/** What is drawn is drawn within a few frames, or not at all. */
const mostFrames = 10;

/** A token's element, once the page has drawn it: what is folded opens, and of long sequences more is made. */
export async function findToken(
  list: HTMLElement,
  place: number,
  token: number,
): Promise<HTMLElement | null> {
  for (let frame = 0; frame < mostFrames; frame++) {
    const text = list.querySelector(`[data-place="${place}"] .tokens`);
    if (text) return tokenIn(text, token);
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
  return null;
}

function tokenIn(text: Element, token: number): HTMLElement | null {
  text.dispatchEvent(new CustomEvent(revealEvent, { detail: token }));
  return text.querySelector<HTMLElement>(`[data-token="${token}"]`);
}

/** Scrolls to a token and focuses it, which makes it the one to walk on from. */
export function focusToken(token: HTMLElement): void {
  scrollToMiddle(token);
  token.tabIndex = 0;
  token.focus({ preventScroll: true });
}
