/** The columns of the table. `score`: the preferred one. */
export const columns = [
  'neuron',
  'score',
  'explanation',
  'sequences',
  'tokens',
  'problems',
  'modified',
] as const;
/** Another score, by the key of its kind. */
export type ScoreColumn = `score:${string}`;
export type Column = (typeof columns)[number] | ScoreColumn;

export function isScoreColumn(column: string): column is ScoreColumn {
  return column.startsWith('score:');
}
