import { FileError, type FileSource, largestFile } from '../files/fileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';
import { checkFile, type FileCheck, fileProblem, tooLargeCheck } from './checkFile.ts';
import type { Checker } from './checkDirectory.ts';

/** Checks the content of a neuron's file. The key is undefined for a file outside a directory. */
type CheckBytes = (bytes: Uint8Array, key: string | undefined) => FileCheck | Promise<FileCheck>;

/** The problems of a neuron's file. Never throws. */
export function checkBytes(bytes: Uint8Array, key: string | undefined): FileCheck {
  return checkFile(bytes, key === undefined ? undefined : placeOfKey(key));
}

/** Checks the files of a directory from any source. The bytes may be checked elsewhere. */
export class SourceChecker implements Checker {
  readonly parallel = 4;
  readonly #source: FileSource;
  readonly #path: string;
  readonly #checkBytes: CheckBytes;

  constructor(source: FileSource, path: string, check: CheckBytes = checkBytes) {
    this.#source = source;
    this.#path = path;
    this.#checkBytes = check;
  }

  check(keys: readonly string[]): Promise<readonly FileCheck[]> {
    return Promise.all(
      keys.map((key) => {
        const path = this.#source.join(this.#path, openai.pathOf(key));
        return checkAt(this.#source, path, key, this.#checkBytes);
      }),
    );
  }
}

/** Checks one file. Unreadable files give a finding, deleted ones give none. */
export async function checkAt(
  source: FileSource,
  path: string,
  key: string | undefined,
  check: CheckBytes = checkBytes,
): Promise<FileCheck> {
  try {
    const stamp = await source.stat(path);
    if (stamp && stamp.size > largestFile) return tooLargeCheck;
    const bytes = await source.readFile(path);
    return bytes ? await check(bytes, key) : { findings: [], counts: {} };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return fileProblem('unreadable', `${error.reason}.`);
  }
}
