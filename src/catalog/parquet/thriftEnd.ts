/** Deeper than any structure of a Parquet file. */
const deepest = 16;

/**
 * The end of the Thrift structure at an offset, in Thrift's compact protocol. Throws an `Error` if
 * it does not end within the view. The Parquet reader trusts lengths: on damaged bytes it may take
 * all memory.
 */
export function thriftEnd(view: DataView, start: number): number {
  let at = start;

  const byte = () => view.getUint8(at++);

  /** At most `longest` bytes. */
  function varint(longest: number): number {
    let value = 0;
    for (let i = 0; i < longest; i++) {
      const next = byte();
      value += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return value;
    }
    throw new Error('a number is too long');
  }

  function skip(count: number): void {
    if (count > view.byteLength - at) throw new Error('a length exceeds the file');
    at += count;
  }

  function struct(depth: number): void {
    if (depth > deepest) throw new Error('structures are nested too deeply');
    for (;;) {
      const head = byte();
      if ((head & 15) === types.stop) return;
      if (head >> 4 === 0) varint(3);
      value(head & 15, depth);
    }
  }

  function list(depth: number): void {
    const head = byte();
    const length = head >> 4 === 15 ? varint(5) : head >> 4;
    // Each item has at least a byte.
    if (length > view.byteLength - at) throw new Error('a length exceeds the file');
    const type = head & 15;
    // In a list, a boolean has a byte of its own.
    for (let i = 0; i < length; i++) value(type <= types.false ? types.byte : type, depth);
  }

  function value(type: number, depth: number): void {
    if (type === types.true || type === types.false) return;
    if (type === types.byte) return skip(1);
    if (type === types.i16 || type === types.i32) return void varint(5);
    if (type === types.i64) return void varint(10);
    if (type === types.double) return skip(8);
    if (type === types.binary) return skip(varint(5));
    if (type === types.list) return list(depth + 1);
    if (type === types.struct) return struct(depth + 1);
    throw new Error(`there is no value of type ${type}`);
  }

  struct(0);
  return at;
}

const types = {
  stop: 0,
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  struct: 12,
} as const;
