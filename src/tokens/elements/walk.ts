import { makeEvent } from './sequenceText.ts';

/** Ways from token to token, in document order or by lines on the screen. */

export const tokenSelector = '.t';

export function tokenOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(tokenSelector) : null;
}

export function neighbour(list: Element, from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const text = from.closest('.tokens') ?? list;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_ELEMENT, (node) =>
    (node as Element).matches(tokenSelector) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  walker.currentNode = from;
  const next = step === 1 ? walker.nextNode() : walker.previousNode();
  if (next) return next as HTMLElement;
  const texts = [...list.querySelectorAll('.tokens')];
  const at = texts.indexOf(text);
  return step === 1
    ? firstIn(texts.slice(at + 1), 'first')
    : firstIn(texts.slice(0, Math.max(0, at)).reverse(), 'last');
}

/** The button of a fold that is next to a token. */
export function foldBeside(from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const next = (of: Element) => (step === 1 ? of.nextElementSibling : of.previousElementSibling);
  let beside = next(from);
  // Skip line break opportunities.
  while (beside?.matches('wbr')) beside = next(beside);
  return beside instanceof HTMLElement && beside.matches('.fold') ? beside : null;
}

/** The token on the next line down or up whose middle is nearest to this one's. */
export function lineNeighbour(list: Element, from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const own = fragment(from, step);
  const isBeyond = (box: DOMRect) =>
    step === 1 ? box.top >= own.bottom - 1 : box.bottom <= own.top + 1;
  let token = neighbour(list, from, step);
  while (token && !isBeyond(fragment(token, step === 1 ? -1 : 1))) {
    token = neighbour(list, token, step);
  }
  if (!token) return null;
  const line = fragment(token, step === 1 ? -1 : 1);
  let best = token;
  let bestDistance = Infinity;
  while (token) {
    const box = fragment(token, step === 1 ? -1 : 1);
    if (Math.abs(box.top - line.top) > line.height / 2) break;
    const distance = Math.abs(middle(box) - middle(own));
    if (distance < bestDistance) [best, bestDistance] = [token, distance];
    token = neighbour(list, token, step);
  }
  return best;
}

/** The first or last token of the sequence that a token is in. */
export function endOfSequence(from: HTMLElement, end: 'first' | 'last'): HTMLElement | null {
  return endOf(from.closest('.tokens') ?? from, end);
}

export function endOf(within: Element, end: 'first' | 'last'): HTMLElement | null {
  const texts = within.matches('.tokens') ? [within] : [...within.querySelectorAll('.tokens')];
  return firstIn(end === 'first' ? texts : texts.reverse(), end);
}

/** The first or last token in these texts. Creates tokens of a text that has none yet. */
function firstIn(texts: readonly Element[], end: 'first' | 'last'): HTMLElement | null {
  for (const text of texts) {
    text.dispatchEvent(new Event(makeEvent));
    const tokens = text.querySelectorAll<HTMLElement>(tokenSelector);
    const found = tokens[end === 'first' ? 0 : tokens.length - 1];
    if (found) return found;
  }
  return null;
}

/** The first token of the next or previous sequence, also of another group. */
export function sequenceNeighbour(
  list: Element,
  from: HTMLElement,
  step: 1 | -1,
): HTMLElement | null {
  const rows = [...list.querySelectorAll('li')];
  const at = rows.findIndex((row) => row.contains(from));
  // Some sequences have no tokens.
  for (let other = at + step; rows[other]; other += step) {
    const first = endOf(rows[other]!, 'first');
    if (first) return first;
  }
  return null;
}

/** A wrapped token has several boxes: down starts from the last one, up from the first. */
function fragment(token: HTMLElement, step: 1 | -1): DOMRect {
  const boxes = token.getClientRects();
  return boxes[step === 1 ? boxes.length - 1 : 0] ?? token.getBoundingClientRect();
}

function middle(box: DOMRect): number {
  return (box.left + box.right) / 2;
}

/** Not by `scrollIntoView`, which would also move the page within VS Code. */
export function scrollToMiddle(element: Element): void {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const { top, bottom } = element.getBoundingClientRect();
  const middle = ((padding || 0) + window.innerHeight) / 2;
  window.scrollBy({ top: (top + bottom) / 2 - middle, behavior: 'instant' });
  // Scroll sideways within the page.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}
