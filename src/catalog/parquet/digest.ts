import { concat } from '../slices.ts';

/**
 * The metadata key of the file's digest, which detects damage to any byte. Parquet's checksums only
 * cover pages.
 */
export const digestKey = 'neuron-explanations.digest';

/** The number of bytes per digest: a few milliseconds of work. */
const blockSize = 1 << 20;
const prefix = 'sha256-of-blocks:';
const digits = 64;
/** The placeholder for the digest while it is computed. */
export const noDigest = prefix + '0'.repeat(digits);

/** Replaces the placeholder with the digest. */
export async function seal(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const place = placeOf(bytes);
  if (!place) throw new Error('expected an entry for the digest, found none');
  place.fill('0'.charCodeAt(0));
  place.set(new TextEncoder().encode(await digestOf(bytes)));
}

/** Rejects if the bytes differ from those that were sealed. */
export async function checkSeal(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const place = placeOf(bytes);
  if (!place) throw new Error('expected a catalog with its digest, found none');
  const expected = place.slice();
  place.fill('0'.charCodeAt(0));
  const found = await digestOf(bytes);
  place.set(expected);
  if (found !== new TextDecoder().decode(expected))
    throw new Error('the file is damaged: its digest does not match its content');
}

/** The last match: only a few constant bytes follow the entry. */
function placeOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array | undefined {
  // One character per byte.
  const end = String.fromCharCode(...bytes.subarray(-1024));
  const at = end.lastIndexOf(prefix);
  if (at < 0) return undefined;
  const start = bytes.length - end.length + at + prefix.length;
  return start + digits <= bytes.length ? bytes.subarray(start, start + digits) : undefined;
}

/** The digest of the digests of all blocks, in hexadecimal. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digests: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += blockSize) {
    const block = bytes.subarray(from, from + blockSize);
    digests.push(new Uint8Array(await crypto.subtle.digest('SHA-256', block)));
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await concat(digests)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
