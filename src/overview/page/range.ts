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
