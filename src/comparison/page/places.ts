import type { ComparedRow, SideName } from '../contract/protocol.ts';

/** What a cell shows: the actual activations alone, the simulated ones alone, or both. */
export interface Cell {
  readonly side: SideName;
  readonly column: number;
  readonly mode: 'actual' | 'simulated' | 'overlay';
}

/** The cells of a row: what both have in common is shown once. */
export function cellsOf({ kind }: ComparedRow): readonly Cell[] {
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

/** The place of a cell among all, by which the cursor knows it. */
export function placeOf(row: number, column: number): number {
  return row * columns + column;
}

export function rowAt(place: number): number {
  return Math.floor(place / columns);
}

export function sideAt(place: number): SideName {
  return place % columns === 2 ? 'right' : 'left';
}
