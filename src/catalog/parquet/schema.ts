import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { ScoreKind } from '../../model/score.ts';

/**
 * The table of a saved catalog, one row per neuron. docs/catalog.md documents it: other programs
 * read it. A change that they would notice, or that makes older files unreadable, needs another
 * `version`.
 */
export const version = '1';
/** The metadata key of the table's version. */
export const versionKey = 'neuron-explanations.catalog';
/**
 * The version of the reader that made the rows. Raise it when a file gives a different row: saved
 * catalogs are then rebuilt, even if their files are unchanged.
 */
export const reader = '3';
export const readerKey = 'neuron-explanations.reader';
/** The metadata key of the directory's URI. */
export const directoryKey = 'neuron-explanations.directory';

const required = { repetition_type: 'REQUIRED' } as const;
const optional = { repetition_type: 'OPTIONAL' } as const;
const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

export const columns = [
  'layer',
  'neuron',
  'path',
  'size',
  'modified',
  'explanations',
  'failure',
  'problems',
  'problem_count',
] as const;

/** The columns of an explanation. */
const explanation = (scoreKinds: readonly ScoreKind[]): SchemaElement[] => [
  { name: 'explanation', ...text, ...required },
  ...scoreKinds.map(({ field }): SchemaElement => ({ name: field, type: 'DOUBLE', ...optional })),
  { name: 'sequences', type: 'INT32', ...required },
  { name: 'tokens', type: 'INT32', ...required },
];

/** `version` is of the columns for the reference's scores. */
export const schemaOf = (scoreKinds: readonly ScoreKind[]): SchemaElement[] => [
  { name: 'neurons', num_children: columns.length },
  { name: 'layer', type: 'INT64', ...required },
  { name: 'neuron', type: 'INT64', ...required },
  { name: 'path', ...text, ...required },
  { name: 'size', type: 'INT64', ...required },
  { name: 'modified', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', ...required },
  { name: 'explanations', ...required, num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', ...required, num_children: explanation(scoreKinds).length },
  ...explanation(scoreKinds),
  { name: 'failure', ...text, ...optional },
  // One per line: most neurons have none, and lists are slow to read.
  { name: 'problems', ...text, ...optional },
  { name: 'problem_count', type: 'INT32', ...required },
];

/** Throws unless the metadata has this value. */
export function checkValue(metadata: FileMetaData, key: string, expected: string): void {
  const found = valueOf(metadata, key);
  if (found !== expected)
    throw new Error(`expected ${key} to be ${expected}, found ${found ?? 'none'}`);
}

export function valueOf(metadata: FileMetaData, key: string): string | undefined {
  return metadata.key_value_metadata?.find((pair) => pair.key === key)?.value;
}
