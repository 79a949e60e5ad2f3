import type { SiblingKind } from '../../format/siblingPaths.ts';
import type { DirectoryEntry, FileSource } from '../../files/fileSource.ts';

/** The layers and neurons of a directory that cannot be listed: both numbered from 0. */
export interface DeclaredRange {
  readonly layers: number;
  /** In each layer. */
  readonly neurons: number;
  /** The size of all files together in bytes, about. */
  readonly bytes?: number;
  /** The kinds of data beside it. Any may be there if this is unknown. */
  readonly related?: readonly SiblingKind[];
}

/**
 * The files of a directory with listings made from a declared range, without a request. Files may
 * be missing all the same.
 */
export function declaredFiles(
  source: FileSource,
  directory: string,
  { layers, neurons }: DeclaredRange,
): FileSource {
  const folders = new Set(numbers(layers).map((layer) => source.join(directory, `${layer}`)));
  return {
    readFile: (path) => source.readFile(path),
    async readDirectory(path) {
      if (path === directory)
        return numbers(layers).map((layer): DirectoryEntry => ({
          name: `${layer}`,
          kind: 'directory',
        }));
      if (!folders.has(path)) return source.readDirectory(path);
      return numbers(neurons).map((neuron): DirectoryEntry => ({
        name: `${neuron}.jsonl`,
        kind: 'file',
      }));
    },
    ...(source.readPart && { readPart: (path, options) => source.readPart!(path, options) }),
    ...(source.isBounded && { isBounded: true }),
    ...(source.isRemote && { isRemote: true }),
    stat: (path) => source.stat(path),
    join: (folder, ...names) => source.join(folder, ...names),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
