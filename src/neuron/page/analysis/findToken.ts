import { scrollToMiddle } from '../../../tokens/elements/scrollToMiddle.ts';
import { revealEvent } from '../../../tokens/elements/sequenceText.ts';

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

/** Arrow keys then continue from this token. */
export function focusToken(token: HTMLElement): void {
  scrollToMiddle(token);
  token.tabIndex = 0;
  token.focus({ preventScroll: true });
}
