/** A message as a page receives it: VS Code sends JSON, and buffers of typed arrays beside it. */
export function throughWebview(message: unknown): unknown {
  const sent: Uint8Array[] = [];
  const json = JSON.stringify(message, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    sent.push(new Uint8Array(value.buffer.slice(0)));
    const { byteOffset, byteLength, constructor } = value;
    return { buffer: sent.length - 1, byteOffset, byteLength, view: constructor.name };
  });
  return JSON.parse(json, (_, value: unknown) => (isReference(value) ? view(value) : value));

  function view({ buffer, byteOffset, byteLength, view }: Reference) {
    const bytes = sent[buffer]!.buffer;
    if (view === 'Uint8Array') return new Uint8Array(bytes, byteOffset, byteLength);
    if (view === 'Float64Array') return new Float64Array(bytes, byteOffset, byteLength / 8);
    if (view === 'Uint32Array') return new Uint32Array(bytes, byteOffset, byteLength / 4);
    throw new Error(`VS Code may not carry a ${view}`);
  }
}

interface Reference {
  readonly buffer: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly view: string;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'view' in value;
}
