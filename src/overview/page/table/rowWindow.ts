/** In pixels, as in `grid.css`. */
export const rowHeight = 24;

/** Browsers limit element heights. Beyond this, a scrolled pixel stands for more pixels of rows. */
const tallest = 12_000_000;

/** Rows drawn beyond each edge, ready for scrolling. */
const overscan = 6;

export interface Extent {
  /** Number of rows. */
  readonly count: number;
  /** Of the visible part, in pixels. */
  readonly height: number;
}

export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The first visible row. */
  readonly top: number;
  /** Pixels from `row * rowHeight` to the position of the row in the scrolled box. */
  readonly shift: number;
}

/** The height of the scrolled box, in pixels. */
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

/** The scroll position nearest to `scrollTop` that shows the whole row. */
export function scrollToRow(row: number, scrollTop: number, extent: Extent): number {
  const factor = stretch(extent);
  const above = scrollTop * factor;
  const rowTop = row * rowHeight;
  if (rowTop < above) return rowTop / factor;
  if (rowTop + rowHeight > above + extent.height) {
    return (rowTop + rowHeight - extent.height) / factor;
  }
  return scrollTop;
}

/** The scroll position with the row at the top. */
export function scrollOf(row: number, extent: Extent): number {
  return (row * rowHeight) / stretch(extent);
}

/** Pixels of rows per scrolled pixel. */
function stretch({ count, height }: Extent): number {
  const all = count * rowHeight;
  return all <= tallest ? 1 : (all - height) / (tallest - height);
}
