/** In pixels; the style has the same. */
export const rowHeight = 24;

/** Browsers draw nothing below some ten million pixels. Beyond this, the scroll bar stands for more rows than it has pixels for. */
const tallest = 12_000_000;

/** Rows drawn above and below those in sight, so that scrolling finds them there. */
const overscan = 6;

/** How many rows there are, and how high the part of the window is in which they show. */
export interface Extent {
  readonly count: number;
  readonly height: number;
}

/** What is in sight of many rows of one height. */
export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The first row in sight. */
  readonly top: number;
  /** Added to a row's own place, gives where it is in the list's box. */
  readonly shift: number;
}

/** The height of the box that is scrolled. */
export function boxHeight(count: number): number {
  return Math.min(count * rowHeight, tallest);
}

export function rowWindow(scrollTop: number, extent: Extent): RowWindow {
  const { count, height } = extent;
  const above = scrollTop * stretch(extent);
  const top = Math.floor(above / rowHeight);
  return {
    first: Math.max(0, top - overscan),
    end: Math.min(count, Math.ceil((above + height) / rowHeight) + overscan),
    top,
    shift: scrollTop - above,
  };
}

/** Where to scroll to so that a row is whole in sight, from `scrollTop` as little as is enough. */
export function scrollToRow(row: number, scrollTop: number, extent: Extent): number {
  const factor = stretch(extent);
  const above = scrollTop * factor;
  const place = row * rowHeight;
  if (place < above) return place / factor;
  if (place + rowHeight > above + extent.height) {
    return (place + rowHeight - extent.height) / factor;
  }
  return scrollTop;
}

/** Where to scroll to so that a row is the first in sight. */
export function scrollOf(row: number, extent: Extent): number {
  return (row * rowHeight) / stretch(extent);
}

/** How many pixels of rows one pixel of scrolling stands for. */
function stretch({ count, height }: Extent): number {
  const all = count * rowHeight;
  return all <= tallest ? 1 : (all - height) / (tallest - height);
}
