import { FormatError } from './errors.ts';

const marks: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32 (little-endian)', [0xff, 0xfe, 0, 0]],
  ['UTF-32 (big-endian)', [0, 0, 0xfe, 0xff]],
  ['UTF-16 (little-endian)', [0xff, 0xfe]],
  ['UTF-16 (big-endian)', [0xfe, 0xff]],
];

/**
 * The encoding of a text that is UTF-16 or UTF-32, with a byte order mark or without; undefined for
 * any other. JSON begins with ASCII, so the zero bytes among the first four tell. Source: RFC 4627,
 * section 3, as in Python's `json.detect_encoding`.
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

/** The error for a text that is not UTF-8. */
export function notUtf8(encoding: string): FormatError {
  return new FormatError(`it is ${encoding}, not UTF-8; save it as UTF-8`, {}, 'not-utf8');
}

/**
 * A file without the zero bytes at its end, and how many those were. File systems leave them after
 * a crash. White space around them goes too.
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
