import { FileError, type FilePart, type ReadOptions } from '../fileSource.ts';
import type { Answer } from './transport.ts';

type Range = NonNullable<ReadOptions['range']>;

/** Without suffix ranges, which Azure does not have. */
export function rangeHeader({ start, end }: Range): string {
  return `bytes=${start}-${end === undefined ? '' : end - 1}`;
}

/** A part of what could only be read whole. */
export function partOfWhole({ bytes: whole, stamp }: FilePart, { start, end }: Range): FilePart {
  return { bytes: whole.subarray(start, end), stamp, whole };
}

/** The bytes that were asked for, up to the end of the file. Throws a `FileError`. */
export function partOf(
  path: string,
  { status, headers, bytes }: Answer,
  range?: Range,
): Uint8Array {
  // The file ends before the range: then an answer has no bytes.
  if (!range || status === 416) return bytes;
  const found = headers.get('content-range') ?? 'no Content-Range';
  const [, start, last] = /^bytes (\d+)-(\d+)\//.exec(found) ?? [];
  if (Number(start) === range.start && Number(last) === range.start + bytes.length - 1)
    return bytes;
  throw new FileError(path, `expected ${bytes.length} bytes from ${range.start}, found ${found}`);
}
