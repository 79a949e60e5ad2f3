import type { Sort } from '../../contract/contract.ts';
import type { TableColumn } from './columns.ts';

/** In pixels, as in `grid.css`: of a cell on both sides, and of the arrow of the sorted column. */
const padding = 16;
const arrow = 16;
/** The least width of the column that fills the rest. */
const leastRest = 180;

/** For the grid's style: its columns, and its least width. Each title and number is shown whole. */
export function gridColumns(
  columns: readonly TableColumn[],
  sort: Sort,
): Readonly<Record<string, string>> {
  const widthOf = measure();
  let sum = 0;
  const tracks = columns.map(({ column, title, widest, least }) => {
    const head = widthOf(title, 600) + (column === sort.column ? arrow : 0);
    const around = (text: string) => Math.ceil(Math.max(head, widthOf(text, 400))) + padding;
    const narrow = widest === null ? leastRest : around(least ?? widest);
    sum += narrow;
    return `minmax(${narrow}px, ${widest === null ? '1fr' : `${around(widest)}px`})`;
  });
  return { '--columns': tracks.join(' '), '--least': `${sum}px` };
}

/** Measures texts in the font of the page. */
function measure(): (text: string, weight: number) => number {
  const context = document.createElement('canvas').getContext('2d')!;
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  return (text, weight) => {
    context.font = `${weight} ${fontSize} ${fontFamily}`;
    return context.measureText(text).width;
  };
}
