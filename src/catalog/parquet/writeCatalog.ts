import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Catalog } from '../rows/catalog.ts';
import { concat, Slices } from '../slices.ts';
import type { RowExplanation } from '../rows/neuronRow.ts';
import { digestKey, noDigest, seal } from './digest.ts';
import { directoryKey, reader, readerKey, schemaOf, version, versionKey } from './schema.ts';

/** Rows per slice: a few milliseconds of work. */
const rowsAtOnce = 1024;

/**
 * Writes the exact rows of a catalog as a Parquet file, by layer and neuron. Works in slices. Rows
 * that change meanwhile are written as they are at their turn.
 */
export async function writeCatalog(catalog: Catalog, directory: string): Promise<Uint8Array> {
  const writer = new PartWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(catalog.scoreKinds),
    // Texts are short, and loading should be fast.
    codec: 'UNCOMPRESSED',
    kvMetadata: [
      { key: versionKey, value: version },
      { key: readerKey, value: reader },
      { key: directoryKey, value: directory },
      { key: digestKey, value: noDigest },
    ],
    createdBy: 'neuron-explanations',
  });
  const slices = new Slices();
  let slice: number[] = [];
  const flush = async () => {
    if (slice.length === 0) return;
    await parquet.write({ columnData: columnsOf(catalog, slice), rowGroupSize: slice.length });
    slice = [];
    await slices.rest();
  };
  for (const id of catalog.inOrder()) {
    if (slice.length === rowsAtOnce) await flush();
    // Sorting a layer also takes time.
    if (slice.length === 0 && slices.due) await slices.rest();
    // Checked after the wait.
    if (catalog.state(id) === 'exact') slice.push(id);
  }
  await flush();
  await parquet.finish();
  const bytes = await concat(writer.parts);
  await seal(bytes);
  return bytes;
}

/** Keeps row groups separate: growing one buffer for all of them is slow. */
class PartWriter extends ByteWriter {
  readonly parts: Uint8Array[] = [];

  flush(): void {
    this.parts.push(this.getBytes().slice());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

function columnsOf(catalog: Catalog, ids: readonly number[]) {
  const rows = ids.map((id) => catalog.row(id)!);
  const of = <T>(value: (id: number) => T) => ids.map(value);
  const integers = (value: (id: number) => number) =>
    BigInt64Array.from(ids, (id) => int64(value(id)));
  return [
    { name: 'layer', data: integers((id) => catalog.layer(id).number) },
    { name: 'neuron', data: integers((id) => catalog.number(id)) },
    { name: 'path', data: of((id) => catalog.key(id)) },
    { name: 'size', data: integers((id) => catalog.stamp(id).size) },
    { name: 'modified', data: integers((id) => catalog.stamp(id).modified) },
    { name: 'explanations', data: rows.map((row) => row.explanations.map(recordOf(catalog))) },
    { name: 'failure', data: rows.map(({ failure }) => failure) },
    { name: 'problems', data: rows.map(({ problems }) => problems.join('\n') || undefined) },
    { name: 'problem_count', data: Int32Array.from(rows, (row) => row.problemCount) },
  ].map((column) => ({
    ...column,
    data: column.data as never,
    // A dictionary would merge 0 and -0.
    encoding: column.name === 'explanations' ? ('PLAIN' as const) : undefined,
    statistics: statisticsOf.has(column.name),
    offsetIndex: false,
  }));
}

/** Statistics let other programs skip row groups. */
const statisticsOf = new Set(['layer', 'neuron']);

const largest = 2n ** 63n - 1n;

/** A name of digits can have any length. The path holds all of it. */
function int64(value: number): bigint {
  const integer = BigInt(value);
  return integer > largest ? largest : integer;
}

/** An explanation, with the table's column names. */
function recordOf({ scoreKinds }: Catalog) {
  return ({ text, scores, sequences, tokens }: RowExplanation) => {
    const record: Record<string, string | number | null> = { explanation: text, sequences, tokens };
    for (const [i, { field }] of scoreKinds.entries()) record[field] = scores[i] ?? null;
    return record;
  };
}
