import { type FileMetaData, parquetMetadata, type RowGroup, type SchemaElement } from 'hyparquet';
import type { ScoreKind } from '../../model/score.ts';
import { checkPages, type Expected } from './checkPages.ts';
import { wanted } from './columns.ts';
import { checkValue, schemaOf, version, versionKey } from './schema.ts';
import { thriftEnd } from './thriftEnd.ts';

/** What a catalog begins and ends with. */
export const magic = 'PAR1';
/** Bytes after the metadata: its length, and `magic`. */
const endLength = 8;
/** Millions of neurons have less, in bytes. */
const longestFooter = 8 << 20;

/** The metadata of a catalog, and where its rows are. */
export interface Footer {
  readonly metadata: FileMetaData;
  /** In the order of the file, apart from each other. */
  readonly groups: readonly Group[];
}

/** A row group: where its wanted columns are. */
export interface Group {
  readonly rowGroup: RowGroup;
  readonly start: number;
  readonly end: number;
  readonly chunks: readonly Chunk[];
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly expected: Expected;
}

/** Where the footer starts, from the last bytes of a file. Throws an `Error`. */
export function footerStart(tail: Uint8Array, size: number): number {
  if (tail.length < endLength || new TextDecoder().decode(tail.subarray(-4)) !== magic)
    throw new Error('expected a Parquet file, found something else');
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const length = view.getUint32(tail.length - endLength, true);
  if (length > longestFooter || length + endLength + magic.length > size)
    throw new Error(`expected a footer within the file, found one of ${length} bytes`);
  return size - endLength - length;
}

/**
 * Reads the footer of a published catalog. Throws an `Error` if it is of another table or version,
 * or if its offsets, sizes and counts do not fit a file of `size` bytes.
 */
export function readFooter(
  footer: Uint8Array,
  size: number,
  scoreKinds: readonly ScoreKind[],
): Footer {
  const dataEnd = size - footer.length;
  thriftEnd(new DataView(footer.buffer, footer.byteOffset, footer.length - endLength), 0);
  const metadata = parquetMetadata(footer, { geoparquet: false });
  checkValue(metadata, versionKey, version);
  const schema = schemaOf(scoreKinds);
  checkSchema(metadata.schema, schema);
  const columns = columnsOf(schema);
  let end = magic.length;
  const groups = metadata.row_groups.map((rowGroup) => {
    const group = groupOf(rowGroup, columns, end, dataEnd);
    end = group.end;
    return group;
  });
  return { metadata, groups };
}

/** Throws an `Error` unless the columns in the bytes of a group can be read. See `checkPages`. */
export function checkGroup({ start, chunks }: Group, bytes: Uint8Array): void {
  for (const chunk of chunks)
    checkPages(bytes.subarray(chunk.start - start, chunk.end - start), chunk.expected);
}

const compared = ['name', 'type', 'repetition_type', 'num_children', 'converted_type'] as const;

function checkSchema(found: readonly SchemaElement[], expected: readonly SchemaElement[]): void {
  const isSame =
    found.length === expected.length &&
    expected.every((element, i) =>
      compared.every((key) => (found[i]![key] ?? 0) === (element[key] ?? 0)),
    );
  if (isSame) return;
  const names = found.map(({ name }) => name).join(', ');
  throw new Error(`expected the columns of a catalog, found ${names.slice(0, 200)}`);
}

interface Column {
  readonly path: string;
  readonly levels: Expected['levels'];
}

/** The columns of a schema with their paths and greatest levels. */
function columnsOf(schema: readonly SchemaElement[]): Column[] {
  const found: Column[] = [];
  let at = 1;
  const visit = (above: readonly SchemaElement[]): void => {
    const path = [...above, schema[at++]!];
    const children = path.at(-1)!.num_children ?? 0;
    for (let i = 0; i < children; i++) visit(path);
    if (children > 0) return;
    const count = (...types: string[]) =>
      path.filter((element) => types.includes(element.repetition_type!)).length;
    found.push({
      path: path.map(({ name }) => name).join('.'),
      levels: [count('REPEATED'), count('REPEATED', 'OPTIONAL')],
    });
  };
  for (let i = 0; i < schema[0]!.num_children!; i++) visit([]);
  return found;
}

/** `from` is where the last group ended. */
function groupOf(
  rowGroup: RowGroup,
  columns: readonly Column[],
  from: number,
  dataEnd: number,
): Group {
  const chunks: Chunk[] = [];
  let end = from;
  for (const [i, { path, levels }] of columns.entries()) {
    const data = rowGroup.columns[i]?.meta_data;
    if (data?.path_in_schema.join('.') !== path || data.codec !== 'UNCOMPRESSED')
      throw new Error(`expected the column ${path} without compression, found another`);
    if (!wanted.includes(data.path_in_schema[0]!)) continue;
    const start = countOf(data.dictionary_page_offset || data.data_page_offset, dataEnd);
    const length = countOf(data.total_compressed_size, dataEnd - start);
    // Bytes of several columns would be read several times.
    if (start < end) throw new Error('expected columns one after the other, found others');
    end = start + length;
    // Each value has at least a byte in some column; see `checkCounts`.
    chunks.push({ start, end, expected: { values: countOf(data.num_values, dataEnd), levels } });
  }
  checkCounts(countOf(rowGroup.num_rows, dataEnd), chunks);
  return { rowGroup, start: chunks[0]!.start, end, chunks };
}

/** Throws an `Error` if there are more rows or explanations than their texts leave room for. */
function checkCounts(rows: number, chunks: readonly Chunk[]): void {
  const lists = chunks.filter(({ expected }) => expected.levels[0] > 0);
  const explanations = lists[0]!.expected.values;
  const holds = chunks.every(({ start, end, expected: { values, levels } }, i) => {
    const [isList, isOptional] = [levels[0] > 0, levels[1] > levels[0]];
    // Paths differ, and the length of a text takes four bytes. An empty list counts as a value.
    const least = i === 0 ? rows : isList && !isOptional ? explanations - rows : 0;
    return values === (isList ? explanations : rows) && least * 4 <= end - start;
  });
  if (rows === 0 || !holds) throw new Error('expected as many values as fit into their columns');
}

/** Sizes and offsets in a file are integers of 64 bits. */
function countOf(value: unknown, most: number): number {
  const count = typeof value === 'bigint' ? Number(value) : NaN;
  if (count >= 0 && count <= most) return count;
  throw new Error('expected offsets, sizes and counts within the file, found others');
}
