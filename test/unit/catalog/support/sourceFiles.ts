import { decodeRow } from '../../../../src/catalog/rows/decodeRow.ts';
import { checkBytes } from '../../../../src/check/checkDirectory.ts';
import { placeOfKey } from '../../../../src/dialects/openai/keys.ts';
import type { FileSource } from '../../../../src/files/fileSource.ts';
import { SourceFiles } from '../../../../src/workers/sourceFiles.ts';

/** The files of a directory in any source, decoded and checked in this thread. */
export function sourceFiles(source: FileSource, path: string): SourceFiles {
  return new SourceFiles(source, path, {
    decodeRow: (bytes, key) => decodeRow(bytes, placeOfKey(key)),
    check: checkBytes,
  });
}
