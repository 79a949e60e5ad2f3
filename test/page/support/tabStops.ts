import type { Page } from 'playwright-core';

/** A control that Tab reached, or that it should have reached. */
export interface TabStop {
  readonly name: string;
  /** In the document, before anything had the focus. Null for what floats over the page. */
  readonly box: Edges | null;
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Walk {
  /** Controls in the order in which Tab reached them. */
  readonly reached: readonly TabStop[];
  readonly missed: readonly string[];
  /** Reached, with no visible change of an outline or border. */
  readonly unmarked: readonly string[];
  /** The page kept the focus beyond its last control. */
  readonly isTrap: boolean;
}

interface Control {
  readonly element: HTMLElement;
  readonly stop: TabStop;
  readonly look: string;
}

interface Known {
  controls: Control[];
  lookOf(element: Element): string;
}

declare global {
  /** A variable of the page, for the next steps. */
  var walked: Known;
}

/** Presses Tab from the start of the page to its end. */
export async function walkByTab(page: Page): Promise<Walk> {
  const count = await page.evaluate(note);
  const reached: TabStop[] = [];
  const unmarked: string[] = [];
  const seen = new Set<number>();
  let isTrap = true;
  for (let i = 0; i < count + 20; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(current);
    if (!at) {
      isTrap = false;
      break;
    }
    if (seen.has(at.index)) break;
    seen.add(at.index);
    reached.push(at.stop);
    if (!at.isMarked) unmarked.push(at.stop.name);
  }
  const missed = await page.evaluate(
    (known) => walked.controls.filter((_, i) => !known.includes(i)).map(({ stop }) => stop.name),
    [...seen],
  );
  return { reached, missed, unmarked, isTrap };
}

/** The least of a column, in pixels. */
const columnWidth = 300;

/**
 * Pairs of neighbours of which the second is above the first, or left of it on the same line. The
 * top of a column further right comes after the column before.
 */
export function outOfOrder(stops: readonly TabStop[]): string[] {
  return stops.flatMap(({ name, box }, i) => {
    const next = stops[i + 1];
    if (!box || !next?.box) return [];
    const isAbove = next.box.bottom <= box.top && next.box.left <= box.left + columnWidth;
    const isHigher = next.box.bottom <= box.top;
    const isBelow = next.box.top >= box.bottom;
    const isLeft = !isHigher && !isBelow && next.box.left < box.left;
    return isAbove || isLeft ? [`${next.name} after ${name}`] : [];
  });
}

/** Notes all visible controls in the page, and how they look without the focus. */
function note(): number {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const lookOf = (element: Element) => {
    // The ring may be around the control’s label, row or box.
    const around: string[] = [];
    for (let each: Element | null = element; each && around.length < 4; each = each.parentElement) {
      const style = getComputedStyle(each);
      const edges = [
        [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset],
        [style.borderTopStyle, style.borderTopWidth, style.borderTopColor],
      ];
      around.push(
        edges
          .filter(
            ([line, width, colour]) =>
              line !== 'none' && parseFloat(width!) > 0 && !/, 0\)$/.test(colour!),
          )
          .join(' '),
      );
    }
    return around.join('|');
  };
  const isStop = (element: HTMLElement) => {
    if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }))
      return false;
    if (element.matches(':disabled')) return false;
    // Arrow keys go to the other radio buttons.
    return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
  };
  const nameOf = (element: HTMLElement) =>
    element.getAttribute('aria-label') ??
    `${element.tagName.toLowerCase()}: ${(element.closest('label') ?? element).innerText.trim().slice(0, 40)}`;
  const isFloating = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).position === 'fixed' || isFloating(element.parentElement));
  scrollTo(0, 0);
  const controls = [...document.querySelectorAll<HTMLElement>(selector)]
    .filter(isStop)
    .map((element) => {
      const drawn = element.matches('.sr-only') ? element.parentElement! : element;
      const { left, top, bottom } = drawn.getBoundingClientRect();
      const box = isFloating(element) ? null : { left, top, bottom };
      return { element, stop: { name: nameOf(element), box }, look: lookOf(element) };
    });
  globalThis.walked = { controls, lookOf };
  return controls.length;
}

/** The control with the focus; null at the end of the page. */
function current() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const index = walked.controls.findIndex(({ element }) => element === focused);
  const known = walked.controls[index];
  const stop = known?.stop ?? { name: focused.outerHTML.slice(0, 80), box: null };
  return { index, stop, isMarked: known?.look !== walked.lookOf(focused) };
}
