import type { Row } from '../../contract/contract.ts';
import type { TableColumn } from '../table/columns.ts';

interface Props {
  readonly columns: readonly TableColumn[];
  /** In the table, from 0. */
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  /** Undefined until loaded. */
  readonly row: Row | undefined;
  /** Whether it was opened last. */
  readonly isOpened: boolean;
  /** The column of the cell in the tab order; null if it is in another row. */
  readonly activeColumn: number | null;
  readonly choose: (column: number, pinned: boolean) => void;
}

export function GridRow(props: Props) {
  const { columns, index, top, row, isOpened, activeColumn, choose } = props;
  return (
    <div
      class="grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpened}
      data-row={index + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ column, isNumber, show, tooltip }, i) => {
        const text = row ? show(row) : '';
        const isDim = row !== undefined && row.remark !== null && column === 'explanation';
        return (
          <div
            key={column}
            role="gridcell"
            class={`grid-cell ${isNumber ? 'number' : ''} ${isDim ? 'dim' : ''}`}
            title={row && tooltip?.(row)}
            aria-colindex={i + 1}
            data-column={i}
            tabIndex={activeColumn === i ? 0 : -1}
            onClick={() => choose(i, false)}
            onDblClick={() => choose(i, true)}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
}
