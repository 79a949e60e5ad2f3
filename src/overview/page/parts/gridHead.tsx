import { Icon } from '../../../ui/icon.tsx';
import type { Sort } from '../../contract/contract.ts';
import type { TableColumn } from '../table/columns.ts';

interface Props {
  readonly columns: readonly TableColumn[];
  readonly sort: Sort;
  /** The column of the cell in the tab order; null if it is in another row. */
  readonly activeColumn: number | null;
  readonly choose: (column: number) => void;
}

/** Column titles. A click sorts. */
export function GridHead({ columns, sort, activeColumn, choose }: Props) {
  return (
    <div class="grid-head" role="rowgroup">
      <div class="grid-row" role="row" aria-rowindex={1} data-row={0}>
        {columns.map(({ column, title, meaning, isNumber }, i) => {
          const sorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            <div
              key={column}
              role="columnheader"
              class={`grid-cell ${isNumber ? 'number' : ''}`}
              title={meaning}
              aria-colindex={i + 1}
              aria-sort={sorted ? direction : 'none'}
              data-column={i}
              tabIndex={activeColumn === i ? 0 : -1}
              onClick={() => choose(i)}
            >
              {title}
              {sorted && <Icon name={sort.descending ? 'arrow-small-down' : 'arrow-small-up'} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The order after a click on a title: reversed if the table is sorted by it. */
export function nextSort({ column, descendingFirst }: TableColumn, sort: Sort): Sort {
  return { column, descending: sort.column === column ? !sort.descending : descendingFirst };
}
