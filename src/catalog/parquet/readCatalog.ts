import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { breathe } from '../breathe.ts';
import type { Catalog } from '../catalog.ts';
import type { RowExplanation } from '../neuronRow.ts';
import { checkSeal } from './digest.ts';
import { directoryKey, type ExplanationRecord, version, versionKey } from './schema.ts';

/**
 * Reads what `writeCatalog` wrote of `directory` into a catalog, in slices. Rows that the catalog has by then are newer, and stay. Rejects
 * with an `Error` that says why where the bytes are no such file: another program's, of another version or directory, or damaged. Nothing of
 * them is in the catalog then.
 */
export async function readCatalog(
  bytes: Uint8Array,
  directory: string,
  catalog: Catalog,
): Promise<void> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  // First of all: who reads damaged bytes may read for ever.
  await checkSeal(new Uint8Array(file));
  const metadata = parquetMetadata(file);
  check(metadata, versionKey, version);
  check(metadata, directoryKey, directory);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    addRows(await readColumns(file, metadata, rowStart, rowEnd), rowEnd - rowStart, catalog);
    rowStart = rowEnd;
    await breathe();
  }
}

/** The columns that are read; the others follow from these. */
interface Columns {
  readonly path: ArrayLike<string>;
  readonly size: ArrayLike<bigint>;
  readonly modified: ArrayLike<bigint>;
  readonly explanations: ArrayLike<readonly ExplanationRecord[]>;
  readonly failure: ArrayLike<string | null | undefined>;
  readonly problems: ArrayLike<readonly string[]>;
  readonly problem_count: ArrayLike<number>;
}
const wanted = ['path', 'size', 'modified', 'explanations', 'failure', 'problems', 'problem_count'];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<Columns> {
  const columns: Record<string, ArrayLike<unknown>> = {};
  await parquetRead({
    file,
    metadata,
    columns: wanted,
    rowStart,
    rowEnd,
    // A number, not a `Date`, which has milliseconds only; texts with all that they begin with.
    parsers: {
      timestampFromMicroseconds: (micros) => micros,
      stringFromBytes: (bytes) => bytes && decoder.decode(bytes),
    },
    onChunk: ({ columnName, columnData }) => (columns[columnName] = columnData),
  });
  for (const name of wanted) {
    const length = columns[name]?.length ?? 0;
    if (length !== rowEnd - rowStart)
      throw new Error(`expected ${rowEnd - rowStart} values of ${name}, found ${length}`);
  }
  return columns as unknown as Columns;
}

function addRows(columns: Columns, count: number, catalog: Catalog): void {
  for (let i = 0; i < count; i++) {
    const [, layerName, fileName] = /^(\d+)\/(\d+\.jsonl)$/.exec(columns.path[i]!) ?? [];
    if (layerName === undefined || fileName === undefined)
      throw new Error(`expected the path of a neuron, found ${columns.path[i]}`);
    const known = catalog.find(layerName, fileName);
    if (known !== undefined && catalog.state(known) !== 'listed') continue;
    catalog.set(
      { layer: Number(layerName), name: layerName },
      fileName,
      { size: Number(columns.size[i]), modified: Number(columns.modified[i]) },
      {
        explanations: columns.explanations[i]!.map(explanationOf),
        failure: columns.failure[i] ?? undefined,
        problems: columns.problems[i]!,
        problemCount: columns.problem_count[i]!,
      },
      'exact',
    );
  }
}

function explanationOf(record: ExplanationRecord): RowExplanation {
  return {
    text: record.explanation,
    score: record.ev_correlation_score ?? null,
    rSquared: record.rsquared_score ?? null,
    absoluteDevExplained: record.absolute_dev_explained_score ?? null,
    sequences: record.sequences,
    tokens: record.tokens,
  };
}

function check(metadata: FileMetaData, key: string, expected: string): void {
  const found = metadata.key_value_metadata?.find((pair) => pair.key === key)?.value;
  if (found !== expected)
    throw new Error(`expected ${key} to be ${expected}, found ${found ?? 'none'}`);
}
