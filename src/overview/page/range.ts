export type Range = readonly [from: number, to: number] | null;

/** A range with another end, as it was typed; null, for everything, where its ends have been emptied. */
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
  // Of two ends in the wrong order, the one that was typed last is meant.
  if (end === 0) return [value, Math.max(value, other)];
  return [Math.min(value, other), value];
}
