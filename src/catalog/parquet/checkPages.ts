import { parquetHeader } from 'hyparquet/src/column.js';
import { thriftEnd } from './thriftEnd.ts';

/** What a column's pages must have. */
export interface Expected {
  /** Values of all pages, with nulls. */
  readonly values: number;
  /** The greatest repetition and definition level. */
  readonly levels: readonly [repetition: number, definition: number];
}

type Check = (holds: boolean, what: string) => asserts holds;

/**
 * Throws an `Error` unless the pages of a column can be read in time and memory in proportion to
 * their bytes: all lengths and counts are checked, values are not. Pages are those that
 * `writeCatalog` writes: version 2, not compressed, plain or with a dictionary.
 */
export function checkPages(chunk: Uint8Array, expected: Expected): void {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  let at = 0;
  let found = 0;
  while (at < chunk.length) {
    const start = thriftEnd(view, at);
    const header = parquetHeader({ view, offset: at });
    const size = header.compressed_page_size;
    check(isCount(size) && size <= chunk.length - start, 'the size of a page');
    check(size === header.uncompressed_page_size, 'the size of a page that is not compressed');
    const page = new DataView(view.buffer, view.byteOffset + start, size);
    found += header.type === 'DICTIONARY_PAGE' ? 0 : checkValues(page, header, expected);
    if (header.type === 'DICTIONARY_PAGE')
      check(isCount(header.dictionary_page_header?.num_values, size), 'the size of a dictionary');
    at = start + size;
  }
  check(found === expected.values, `${expected.values} values`);
}

type Header = ReturnType<typeof parquetHeader>;

/** The number of values of a data page. */
function checkValues(page: DataView, { type, ...header }: Header, expected: Expected): number {
  const known = header.data_page_header_v2;
  check(type === 'DATA_PAGE_V2' && known !== undefined, 'a data page of version 2');
  const { num_values: values, num_nulls: nulls, num_rows: rows, encoding } = known;
  // A page without values would let a column have any number of pages.
  check(isCount(values, expected.values) && values > 0, 'the number of values of a page');
  check(isCount(nulls, values) && isCount(rows, values), 'the number of rows of a page');
  const lengths = [known.repetition_levels_byte_length, known.definition_levels_byte_length];
  let at = 0;
  for (const [i, length] of lengths.entries()) {
    check(isCount(length, page.byteLength - at), 'the length of levels');
    const greatest = expected.levels[i]!;
    if (greatest > 0) checkRuns(part(page, at, length), bitsOf(greatest), values);
    at += length;
  }
  if (encoding === 'PLAIN') return values;
  check(encoding === 'RLE_DICTIONARY', 'plain values or a dictionary');
  check(at < page.byteLength || values === nulls, 'values of a dictionary');
  if (at < page.byteLength)
    checkRuns(part(page, at + 1, page.byteLength - at - 1), page.getUint8(at), values - nulls);
  return values;
}

/** Runs of equal numbers, and of numbers packed as bits, that make `count` numbers. */
function checkRuns(view: DataView, bits: number, count: number): void {
  check(bits <= 32, 'numbers of at most 32 bits');
  let at = 0;
  let found = 0;
  while (found < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      check(at < view.byteLength && shift < 28, 'the length of a run');
      const byte = view.getUint8(at++);
      head |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    const isPacked = (head & 1) === 1;
    const length = isPacked ? (head >> 1) * 8 : head >> 1;
    // Packed numbers are filled up to a multiple of eight.
    check(length > 0 && found + length < count + (isPacked ? 8 : 1), 'the length of a run');
    at += isPacked ? (head >> 1) * bits : Math.ceil(bits / 8);
    check(at <= view.byteLength, 'all bytes of a run');
    found += length;
    // The Parquet reader takes a byte for them, and so it would read other runs than these.
    check(!isPacked || bits > 0 || found >= count, 'one run of numbers without bits');
  }
}

function part(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, length);
}

function bitsOf(greatest: number): number {
  return 32 - Math.clz32(greatest);
}

function isCount(value: unknown, most = Infinity): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

const check: Check = (holds, what) => {
  if (!holds) throw new Error(`expected ${what}, found something else`);
};
