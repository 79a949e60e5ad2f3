import { decodeRow } from '../catalog/rows/decodeRow.ts';
import type { FileScanner } from '../catalog/scan/fileScanner.ts';
import { checkBytes } from '../check/checkDirectory.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';
import type { BytesJob, CatalogAnswers } from './messages.ts';

/** Runs a job on the bytes of a file. Uses the decoder if there is no scanner. Never throws. */
export function runBytesJob(
  { type, bytes, key }: BytesJob,
  scanner: FileScanner | undefined,
): CatalogAnswers[BytesJob['type']] {
  if (type === 'checkBytes') return checkBytes(bytes, key);
  const place = placeOfKey(key);
  if (!scanner) return decodeRow(bytes, place);
  scanner.buffer(bytes.length).set(bytes);
  return scanner.scan(bytes.length, place);
}
