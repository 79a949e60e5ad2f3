import { type FileMetaData, parquetMetadata, parquetRead, type RowGroup } from 'hyparquet';
import type { Keys } from '../../dialects/dialect.ts';
import type { ScoreKind } from '../../model/score.ts';
import type { Group } from '../../model/unit.ts';
import { breathe } from '../slices.ts';
import type { Catalog } from '../rows/catalog.ts';
import type { RowExplanation } from '../rows/neuronRow.ts';
import { checkSeal } from './digest.ts';
import { directoryKey, reader, readerKey, version, versionKey } from './schema.ts';

/**
 * Reads the output of `writeCatalog` for `directory` into a catalog, in slices. Rows already in the
 * catalog are newer, and stay. Rejects with an `Error` that gives the reason if the bytes are
 * damaged, from another program, or for another version or directory. The catalog is then
 * unchanged.
 */
export async function readCatalog(
  bytes: Uint8Array,
  directory: string,
  keys: Keys,
  catalog: Catalog,
): Promise<void> {
  const whole = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
  const file = whole.buffer as ArrayBuffer;
  // First, since a Parquet reader may loop forever on damaged bytes.
  await checkSeal(new Uint8Array(file));
  const metadata = parquetMetadata(file);
  check(metadata, versionKey, version);
  check(metadata, readerKey, reader);
  check(metadata, directoryKey, directory);
  for (const group of metadata.row_groups) {
    const columns = await readColumns(file, metadata, group, catalog.scoreKinds);
    addRows(columns, Number(group.num_rows), keys, catalog);
    await breathe();
  }
}

const wanted = ['path', 'size', 'modified', 'explanations', 'failure', 'problems', 'problem_count'];

/**
 * The columns that are read; others derive from them. Fields of explanations have a list per row.
 */
interface Columns {
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
async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  scoreKinds: readonly ScoreKind[],
): Promise<Columns> {
  const columns: Record<string, ArrayLike<unknown>> = {};
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
    onPage: ({ pathInSchema, columnData }) => {
      const name = pathInSchema.at(-1)!;
      const before = columns[name];
      columns[name] = before
        ? Array.from(before).concat(Array.from<unknown>(columnData))
        : columnData;
    },
  });
  const expected = Number(group.num_rows);
  for (const name of Object.keys(columns)) {
    const { length } = columns[name]!;
    if (length !== expected)
      throw new Error(`expected ${expected} values of ${name}, found ${length}`);
  }
  const scores = scoreKinds.map(({ field }) => columns[field]!);
  return { ...columns, scores } as unknown as Columns;
}

function addRows(columns: Columns, count: number, keys: Keys, catalog: Catalog): void {
  let layer: Group | undefined;
  for (let i = 0; i < count; i++) {
    const key = columns.path[i]!;
    if (!keys.isUnit(key)) throw new Error(`expected the key of a neuron, found ${key}`);
    // Rows of a layer are adjacent.
    const layerKey = keys.groupKeyOf(key);
    if (layer?.key !== layerKey) layer = keys.group(layerKey)!;
    const known = catalog.find(key);
    if (known !== undefined && catalog.state(known) !== 'listed') continue;
    catalog.set(
      layer,
      key,
      { size: Number(columns.size[i]), modified: Number(columns.modified[i]) },
      {
        explanations: explanationsOf(columns, i),
        failure: columns.failure[i] ?? undefined,
        problems: columns.problems[i]?.split('\n') ?? [],
        problemCount: columns.problem_count[i]!,
      },
      'exact',
    );
  }
}

function explanationsOf(columns: Columns, row: number): RowExplanation[] {
  return columns.explanation[row]!.map((text, i) => ({
    text,
    scores: columns.scores.map((lists) => lists[row]![i] ?? null),
    sequences: columns.sequences[row]![i]!,
    tokens: columns.tokens[row]![i]!,
  }));
}

function check(metadata: FileMetaData, key: string, expected: string): void {
  const found = metadata.key_value_metadata?.find((pair) => pair.key === key)?.value;
  if (found !== expected)
    throw new Error(`expected ${key} to be ${expected}, found ${found ?? 'none'}`);
}
