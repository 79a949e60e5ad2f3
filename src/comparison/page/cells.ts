import type { ComparedRow, Layout, SideName } from '../contract/contract.ts';

export interface Cell {
  readonly side: SideName;
  readonly column: number;
  readonly mode: 'actual' | 'simulated' | 'overlay' | 'both';
}

/** The cells of a row. Shared activations are shown once. */
export function cellsOf({ kind }: ComparedRow, layout: Layout): readonly Cell[] {
  if (kind === 'shared' && layout === 'text') return [{ side: 'left', column: 0, mode: 'both' }];
  if (kind === 'shared') {
    return [
      { side: 'left', column: 0, mode: 'actual' },
      { side: 'left', column: 1, mode: 'simulated' },
      { side: 'right', column: 2, mode: 'simulated' },
    ];
  }
  return [
    { side: 'left', column: 1, mode: 'overlay' },
    { side: 'right', column: 2, mode: 'overlay' },
  ];
}

const columns = 3;

/** The index of a cell among all cells, for the token cursor. */
export function cellIndex(row: number, column: number): number {
  return row * columns + column;
}

export function rowOf(cell: number): number {
  return Math.floor(cell / columns);
}

export function sideOf(cell: number): SideName {
  return cell % columns === 2 ? 'right' : 'left';
}
