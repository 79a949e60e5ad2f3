/** A cell of the grid. Row 0 has the titles. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Size {
  /** Rows below the titles. */
  readonly rows: number;
  readonly columns: number;
  /** Rows per Page Up or Page Down. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The cell that a key moves to, as in the ARIA grid pattern; undefined for other keys. */
export function moved({ row, column }: Cell, pressed: Key, size: Size): Cell | undefined {
  const { rows, columns, page } = size;
  const all = pressed.ctrlKey || pressed.metaKey;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  switch (pressed.key) {
    case 'ArrowUp':
      return { row: within(row - 1, 0, rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, 0, rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, 0, columns - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1, 0, columns - 1) };
    case 'PageUp':
      return { row: within(row - page, Math.min(1, row), rows), column };
    case 'PageDown':
      return { row: within(row + page, 0, rows), column };
    case 'Home':
      return { row: all ? Math.min(1, rows) : row, column: 0 };
    case 'End':
      return { row: all ? rows : row, column: columns - 1 };
    default:
      return undefined;
  }
}
