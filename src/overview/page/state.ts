import type { PageState, Selection } from '../contract/contract.ts';
import { columns, isScoreColumn } from '../contract/columns.ts';

export const noSelection: Selection = { layers: null, scores: null };

export const initialState: PageState = {
  uri: '',
  layer: null,
  sort: { column: 'score', descending: true },
  query: '',
  selection: noSelection,
  top: 0,
};

function parseSort({ column, descending }: Saved<PageState['sort']>): PageState['sort'] {
  const known =
    typeof column === 'string' && isScoreColumn(column)
      ? column
      : columns.find((name) => name === column);
  return known ? { column: known, descending: descending === true } : initialState.sort;
}

type Saved<T> = Partial<Record<keyof T, unknown>>;

/** Reads a saved state of any version. Initial values replace invalid ones. */
export function parseState(value: unknown): PageState {
  const saved = asObject<PageState>(value);
  const selection = asObject<Selection>(saved.selection);
  return {
    uri: typeof saved.uri === 'string' ? saved.uri : initialState.uri,
    layer: typeof saved.layer === 'string' ? saved.layer : null,
    sort: parseSort(asObject(saved.sort)),
    query: typeof saved.query === 'string' ? saved.query : '',
    selection: { layers: parseRange(selection.layers), scores: parseRange(selection.scores) },
    top: Number.isSafeInteger(saved.top) ? Math.max(0, saved.top as number) : 0,
  };
}

function asObject<T>(value: unknown): Saved<T> {
  return typeof value === 'object' && value !== null ? value : {};
}

function parseRange(value: unknown): [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [from, to] = value as unknown[];
  return Number.isFinite(from) && Number.isFinite(to) ? [from as number, to as number] : null;
}

export type Range = readonly [from: number, to: number] | null;

/** A range with one end replaced by typed text; null (no limit) if both ends are empty. */
export function withEnd(
  range: Range,
  limits: Exclude<Range, null>,
  end: 0 | 1,
  typed: string,
): Range {
  const isEmpty = typed.trim() === '' || !Number.isFinite(Number(typed));
  const value = isEmpty ? limits[end] : Number(typed);
  const other = (range ?? limits)[1 - end]!;
  if (isEmpty && other === limits[1 - end]) return null;
  // The typed end wins if the ends are in the wrong order.
  if (end === 0) return [value, Math.max(value, other)];
  return [Math.min(value, other), value];
}
