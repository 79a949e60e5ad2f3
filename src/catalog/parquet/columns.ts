import { type AsyncBuffer, type FileMetaData, parquetRead, type RowGroup } from 'hyparquet';
import type { Keys } from '../../dialects/dialect.ts';
import type { FileStamp } from '../../files/fileSource.ts';
import type { ScoreKind } from '../../model/score.ts';
import type { Group } from '../../model/unit.ts';
import type { Catalog } from '../rows/catalog.ts';
import { missingRow, type RowExplanation } from '../rows/neuronRow.ts';
import { Slices } from '../slices.ts';

/** The columns that are read; others derive from them. */
export const wanted = [
  'path',
  'size',
  'modified',
  'explanations',
  'failure',
  'problems',
  'problem_count',
];

/** The wanted columns of a row group. Fields of explanations have a list per row. */
export interface Columns {
  readonly path: readonly string[];
  readonly size: ArrayLike<bigint>;
  readonly modified: ArrayLike<bigint>;
  readonly failure: readonly (string | null | undefined)[];
  readonly problems: readonly (string | null | undefined)[];
  readonly problem_count: ArrayLike<number>;
  readonly explanation: Lists<string>;
  /** In the order of `scoreKinds`. */
  readonly scores: readonly Lists<number | null>[];
  readonly sequences: Lists<number>;
  readonly tokens: Lists<number>;
}
type Lists<T> = readonly (readonly T[])[];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** By column: building objects only to take them apart would double the time. */
export async function readColumns(
  file: ArrayBuffer | AsyncBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  scoreKinds: readonly ScoreKind[],
): Promise<Columns> {
  const pages = new Map<string, ArrayLike<unknown>[]>();
  await parquetRead({
    file,
    // Hide the other groups: planning a read takes time quadratic in their number.
    metadata: { ...metadata, row_groups: [group], num_rows: group.num_rows },
    columns: wanted,
    // A number, since `Date` only has milliseconds. Strings keep a byte order mark.
    parsers: {
      timestampFromMicroseconds: (micros) => micros as never,
      stringFromBytes: (bytes) => bytes && decoder.decode(bytes),
    },
    onPage({ pathInSchema, columnData }) {
      const name = pathInSchema.at(-1)!;
      const known = pages.get(name);
      if (known) known.push(columnData);
      else pages.set(name, [columnData]);
    },
  });
  const columns: Record<string, ArrayLike<unknown>> = {};
  const expected = Number(group.num_rows);
  for (const [name, parts] of pages) {
    const whole = parts.length === 1 ? parts[0]! : parts.flatMap((part) => Array.from(part));
    if (whole.length !== expected)
      throw new Error(`expected ${expected} values of ${name}, found ${whole.length}`);
    columns[name] = whole;
  }
  const scores = scoreKinds.map(({ field }) => columns[field]!);
  return { ...columns, scores } as unknown as Columns;
}

/** Rows added per slice. */
const rowsAtOnce = 1024;

/** How a row is added: with this stamp, in this state. */
export interface Placed {
  readonly stamp: FileStamp;
  readonly state: 'provisional' | 'exact';
}

/**
 * Adds the rows of a row group in slices. `place` gets the neuron's ID, if it has one, and the
 * stamp of its row; undefined leaves the row out. Returns the IDs of the added rows.
 */
export async function addRows(
  columns: Columns,
  keys: Keys,
  catalog: Catalog,
  place: (known: number | undefined, stamp: FileStamp) => Placed | undefined,
): Promise<number[]> {
  const slices = new Slices();
  const added: number[] = [];
  let layer: Group | undefined;
  for (const [i, key] of columns.path.entries()) {
    if (i % rowsAtOnce === 0 && slices.due) await slices.rest();
    if (!keys.isUnit(key)) throw new Error(`expected the key of a neuron, found ${key}`);
    // Rows of a layer are adjacent.
    const layerKey = keys.groupKeyOf(key);
    if (layer?.key !== layerKey) layer = keys.group(layerKey)!;
    const stamp = { size: Number(columns.size[i]), modified: Number(columns.modified[i]) };
    const placed = place(catalog.find(key), stamp);
    if (!placed) continue;
    const row = {
      explanations: explanationsOf(columns, i),
      failure: columns.failure[i] ?? undefined,
      problems: columns.problems[i]?.split('\n') ?? [],
      problemCount: columns.problem_count[i]!,
    };
    const isMissing = row.failure === missingRow.failure && row.problemCount === 0;
    added.push(catalog.set(layer, key, placed.stamp, isMissing ? missingRow : row, placed.state));
  }
  return added;
}

function explanationsOf(columns: Columns, row: number): RowExplanation[] {
  return columns.explanation[row]!.map((text, i) => ({
    text,
    scores: columns.scores.map((lists) => lists[row]![i] ?? null),
    sequences: columns.sequences[row]![i]!,
    tokens: columns.tokens[row]![i]!,
  }));
}
