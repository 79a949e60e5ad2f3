import { FormatError } from './errors.ts';

const marks: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32 (little-endian)', [0xff, 0xfe, 0, 0]],
  ['UTF-32 (big-endian)', [0, 0, 0xfe, 0xff]],
  ['UTF-16 (little-endian)', [0xff, 0xfe]],
  ['UTF-16 (big-endian)', [0xfe, 0xff]],
];

/**
 * Detects UTF-16 and UTF-32, with or without a byte order mark; undefined for anything else. JSON
 * starts with ASCII, so the zero bytes among the first four decide. Source: RFC 4627, section 3, as
 * in Python's `json.detect_encoding`.
 */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  if (bytes.length < 2) return undefined;
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  switch (zeros) {
    case 'x0x0':
      return 'UTF-16 (little-endian)';
    case '0x0x':
      return 'UTF-16 (big-endian)';
    case 'x000':
      return bytes.length % 4 === 0 && bytes.some((byte, i) => i > 3 && byte !== 0)
        ? 'UTF-32 (little-endian)'
        : undefined;
    case '000x':
      return 'UTF-32 (big-endian)';
    default:
      return undefined;
  }
}

/** The error for text that is not UTF-8. */
export function notUtf8(encoding: string): FormatError {
  return new FormatError(`it is ${encoding}, not UTF-8; save it as UTF-8`, {}, 'not-utf8');
}

/**
 * Removes zero bytes at the end of a file, with white space around them, and counts them. File
 * systems leave them after a crash.
 */
export function withoutTrailingZeros(bytes: Uint8Array): { content: Uint8Array; zeros: number } {
  let end = bytes.length;
  let zeros = 0;
  for (; end > 0; end--) {
    const byte = bytes[end - 1];
    if (byte === 0) zeros++;
    else if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
  }
  return zeros === 0 ? { content: bytes, zeros } : { content: bytes.subarray(0, end), zeros };
}
