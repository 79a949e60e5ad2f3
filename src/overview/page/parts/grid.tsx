import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row, Sort } from '../../contract/contract.ts';
import type { Model, Table } from '../model.ts';
import { tableColumns } from '../table/columns.ts';
import { gridColumns } from '../table/columnWidths.ts';
import { type Cell, moved } from '../table/cursor.ts';
import { boxHeight, rowHeight, rowWindow, scrollOf, scrollToRow } from '../table/rowWindow.ts';
import { GridHead, nextSort } from './gridHead.tsx';
import { GridRow } from './gridRow.tsx';

interface Props {
  readonly table: Table;
  /** Their keys. */
  readonly scoreKinds: readonly string[];
  /** Whether any score is undefined. */
  readonly anyUndefined: boolean;
  readonly sort: Sort;
  readonly model: Model;
}

/** The neurons. Only visible rows are in the document, and one cell is in the tab order. */
export function Grid({ table, scoreKinds, anyUndefined, sort, model }: Props) {
  const columns = useMemo(() => tableColumns(scoreKinds, anyUndefined), [scoreKinds, anyUndefined]);
  const widths = useMemo(() => gridColumns(columns, sort), [columns, sort]);
  const { options, view, rows } = table;
  const count = view.totals.neurons;
  const scroller = useRef<HTMLDivElement>(null);
  const [{ scrollTop, height }, setScroll] = useState({ scrollTop: 0, height: 0 });
  const [cell, setCell] = useState<Cell>({ row: Math.min(1, count), column: 0 });
  const [opened, setOpened] = useState('');
  const active = { ...cell, row: Math.min(cell.row, count) };
  const extent = { count, height };
  const visible = rowWindow(scrollTop, extent);

  const measure = () => {
    const { current } = scroller;
    if (!current) return;
    const inner = Math.max(0, current.clientHeight - rowHeight);
    setScroll({ scrollTop: current.scrollTop, height: inner });
  };
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const inner = Math.max(0, current.clientHeight - rowHeight);
    current.scrollTop = scrollOf(model.savedTop, { count, height: inner });
    measure();
    const observer = new ResizeObserver(() => {
      measure();
      // A neuron that opens beside the page makes it narrow, which moves the clicked row.
      const focused = document.activeElement;
      if (focused && current.contains(focused)) focused.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [model]);

  // Other options begin at the top; an update of the same rows stays.
  const shown = useRef(options);
  useLayoutEffect(() => {
    if (shown.current !== options && scroller.current) {
      scroller.current.scrollTop = 0;
      setCell(({ row, column }) => ({ row: Math.min(row, 1), column }));
    }
    shown.current = options;
    measure();
  }, [options, view]);

  useEffect(() => {
    if (height > 0) model.setVisible(visible.first, visible.end, visible.top);
  }, [model, view, height, visible.first, visible.end, visible.top]);

  // Keys move the focus; nothing else takes it from where it is.
  const follows = useRef(false);
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${active.row}"] [data-column="${active.column}"]`)
      ?.focus({ preventScroll: true });
    const focused = document.activeElement;
    if (focused instanceof HTMLElement)
      focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (to: Cell) => {
    follows.current = true;
    setCell(to);
    const { current } = scroller;
    if (!current || to.row === 0) return;
    current.scrollTop = scrollToRow(to.row - 1, current.scrollTop, extent);
    measure();
  };

  const open = (row: Row, pinned: boolean, preserveFocus: boolean) => {
    setOpened(row.key);
    model.open(row, { pinned, preserveFocus });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const size = {
      rows: count,
      columns: columns.length,
      page: Math.max(1, Math.floor(height / rowHeight) - 1),
    };
    const to = moved(active, event, size);
    const row = active.row > 0 ? rows.get(active.row - 1) : undefined;
    if (to) go(to);
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    else if (active.row === 0) model.sortBy(nextSort(columns[active.column]!, sort));
    else if (row) open(row, false, event.key === ' ');
    event.preventDefault();
  };

  const isOpened = (row: Row | undefined) => row !== undefined && row.key === opened;
  const drawn = indexes(visible.first, visible.end, active.row - 1);
  return (
    <div
      class="grid"
      role="grid"
      aria-labelledby="neurons-heading"
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      style={widths}
      ref={scroller}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <GridHead
        columns={columns}
        sort={sort}
        activeColumn={active.row === 0 ? active.column : null}
        choose={(column) => {
          go({ row: 0, column });
          model.sortBy(nextSort(columns[column]!, sort));
        }}
      />
      {count === 0 && <p class="empty">{l10n.t('No neurons')}</p>}
      <div class="grid-body" role="rowgroup" style={{ height: `${boxHeight(count)}px` }}>
        {drawn.map((index) => (
          <GridRow
            key={index}
            columns={columns}
            index={index}
            top={index * rowHeight + visible.shift}
            row={rows.get(index)}
            isOpened={isOpened(rows.get(index))}
            activeColumn={active.row === index + 1 ? active.column : null}
            choose={(column, pinned) => {
              go({ row: index + 1, column });
              const row = rows.get(index);
              if (row) open(row, pinned, !pinned);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** The visible rows and the active one: without its element, the focus would be lost. */
function indexes(first: number, end: number, active: number): number[] {
  const list = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  if (active >= 0 && active < first) list.unshift(active);
  if (active >= end) list.push(active);
  return list;
}
