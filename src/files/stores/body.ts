import { FileError, largestFile, tooLarge } from '../fileSource.ts';

/** Why a request failed on its way, in words. May pass. Names no address, and no credential. */
export class NetworkFailure extends Error {}

/**
 * The body of an answer. `progress` is called for each part. Rejects with a `FileError` without
 * reading the rest if it is too large for a file, and with a `NetworkFailure` if bytes are missing.
 */
export async function readBody(
  { body, headers }: Response,
  path: string,
  progress: () => void,
): Promise<Uint8Array> {
  // A compressed body has the length of its compressed form.
  const length = headers.get('content-encoding') ? null : headers.get('content-length');
  const expected = length === null ? undefined : Number(length);
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let found = 0;
  const reader = body.getReader();
  try {
    while (Math.max(found, expected ?? 0) <= largestFile) {
      const { done, value } = await reader.read();
      if (done) break;
      progress();
      parts.push(value);
      found += value.length;
    }
  } catch (error) {
    if (found === 0 || expected === undefined) throw error;
    throw new NetworkFailure(`expected ${expected} bytes, found ${found}`);
  }
  if (Math.max(found, expected ?? 0) > largestFile) {
    await reader.cancel();
    throw new FileError(path, tooLarge);
  }
  return parts.length === 1 ? parts[0]! : joined(parts, found);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
