import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Catalog } from '../rows/catalog.ts';
import { concat } from '../concat.ts';
import type { RowExplanation } from '../rows/neuronRow.ts';
import { Slices } from '../slices.ts';
import { digestKey, noDigest, seal } from './digest.ts';
import {
  directoryKey,
  type ExplanationRecord,
  reader,
  readerKey,
  schema,
  version,
  versionKey,
} from './schema.ts';

/** How many rows are written at a time: as many as take some milliseconds. */
const rowsAtOnce = 1024;

/**
 * The exact rows of a catalog as a Parquet file, by layer and neuron. In slices, so that whoever else is at work here goes on; rows
 * that change meanwhile are written as they are when their turn comes.
 */
export async function writeCatalog(catalog: Catalog, directory: string): Promise<Uint8Array> {
  const writer = new PartWriter();
  const parquet = new ParquetWriter({
    writer,
    schema,
    // Texts are short, and opening is to be quick.
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
    // To put a layer in order takes its time, too.
    if (slice.length === 0 && slices.due) await slices.rest();
    // Asked after the wait.
    if (catalog.state(id) === 'exact') slice.push(id);
  }
  await flush();
  await parquet.finish();
  const bytes = await concat(writer.parts);
  await seal(bytes);
  return bytes;
}

/** Puts each row group aside: to enlarge one buffer for all of them takes long. */
class PartWriter extends ByteWriter {
  readonly parts: Uint8Array[] = [];

  /** Called after each row group. */
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
    { name: 'layer', data: integers((id) => catalog.layer(id).layer) },
    { name: 'neuron', data: integers((id) => catalog.neuron(id)) },
    { name: 'path', data: of((id) => `${catalog.layer(id).name}/${catalog.file(id).name}`) },
    { name: 'size', data: integers((id) => catalog.stamp(id).size) },
    { name: 'modified', data: integers((id) => catalog.stamp(id).modified) },
    { name: 'explanations', data: rows.map((row) => row.explanations.map(recordOf)) },
    { name: 'failure', data: rows.map(({ failure }) => failure) },
    { name: 'problems', data: rows.map(({ problems }) => problems.join('\n') || undefined) },
    { name: 'problem_count', data: Int32Array.from(rows, (row) => row.problemCount) },
  ].map((column) => ({
    ...column,
    data: column.data as never,
    // A dictionary takes 0 and -0 for the same.
    encoding: column.name === 'explanations' ? ('PLAIN' as const) : undefined,
    statistics: statisticsOf.has(column.name),
    offsetIndex: false,
  }));
}

/** By which other programs can leave out what they do not look for. */
const statisticsOf = new Set(['layer', 'neuron']);

const largest = 2n ** 63n - 1n;

/** A name of digits can be of any length; the path has it whole. */
function int64(value: number): bigint {
  const integer = BigInt(value);
  return integer > largest ? largest : integer;
}

function recordOf(explanation: RowExplanation): ExplanationRecord {
  return {
    explanation: explanation.text,
    ev_correlation_score: explanation.score,
    rsquared_score: explanation.rSquared,
    absolute_dev_explained_score: explanation.absoluteDevExplained,
    sequences: explanation.sequences,
    tokens: explanation.tokens,
  };
}
