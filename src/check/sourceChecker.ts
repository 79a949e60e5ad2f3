import { FileError, type FileSource, largestFile } from '../files/fileSource.ts';
import type { LayerFolder } from '../format/directories.ts';
import { checkFile, type FileCheck, fileProblem, tooLargeCheck } from './checkFile.ts';
import type { Checker } from './checkDirectory.ts';

/** Checks the files of a directory wherever a source finds it, in this thread. */
export class SourceChecker implements Checker {
  readonly parallel = 4;
  readonly #source: FileSource;
  readonly #path: string;

  constructor(source: FileSource, path: string) {
    this.#source = source;
    this.#path = path;
  }

  check(layer: LayerFolder, fileNames: readonly string[]): Promise<readonly FileCheck[]> {
    return Promise.all(
      fileNames.map((name) => {
        const path = this.#source.join(this.#path, layer.name, name);
        return checkAt(this.#source, path, { layer: layer.layer, neuron: parseInt(name, 10) });
      }),
    );
  }
}

/** Checks one file; one that cannot be read is a finding, and one that has gone is none. */
export async function checkAt(
  source: FileSource,
  path: string,
  place: { readonly layer: number; readonly neuron: number } | undefined,
): Promise<FileCheck> {
  try {
    const stamp = await source.stat(path);
    if (stamp && stamp.size > largestFile) return tooLargeCheck;
    const bytes = await source.readFile(path);
    return bytes ? checkFile(bytes, place) : { findings: [], counts: {} };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return fileProblem('unreadable', `${error.reason}.`);
  }
}
