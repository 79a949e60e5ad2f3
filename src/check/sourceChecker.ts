import { FileError, type FileSource, largestFile } from '../files/fileSource.ts';
import type { LayerFolder } from '../format/directories.ts';
import { checkFile, type FileCheck, fileProblem, tooLargeCheck } from './checkFile.ts';
import type { Checker } from './checkDirectory.ts';

/** The layer and neuron in a file's path. */
interface FilePlace {
  readonly layer: number;
  readonly neuron: number;
}

type CheckBytes = (
  bytes: Uint8Array,
  place: FilePlace | undefined,
) => FileCheck | Promise<FileCheck>;

/** Checks the files of a directory from any source. The bytes may be checked elsewhere. */
export class SourceChecker implements Checker {
  readonly parallel = 4;
  readonly #source: FileSource;
  readonly #path: string;
  readonly #checkBytes: CheckBytes;

  constructor(source: FileSource, path: string, checkBytes: CheckBytes = checkFile) {
    this.#source = source;
    this.#path = path;
    this.#checkBytes = checkBytes;
  }

  check(layer: LayerFolder, fileNames: readonly string[]): Promise<readonly FileCheck[]> {
    return Promise.all(
      fileNames.map((name) => {
        const path = this.#source.join(this.#path, layer.name, name);
        const place = { layer: layer.layer, neuron: parseInt(name, 10) };
        return checkAt(this.#source, path, place, this.#checkBytes);
      }),
    );
  }
}

/** Checks one file. Unreadable files give a finding, deleted ones give none. */
export async function checkAt(
  source: FileSource,
  path: string,
  place: FilePlace | undefined,
  checkBytes: CheckBytes = checkFile,
): Promise<FileCheck> {
  try {
    const stamp = await source.stat(path);
    if (stamp && stamp.size > largestFile) return tooLargeCheck;
    const bytes = await source.readFile(path);
    return bytes ? await checkBytes(bytes, place) : { findings: [], counts: {} };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return fileProblem('unreadable', `${error.reason}.`);
  }
}
