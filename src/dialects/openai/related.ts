import type { FileSource } from '../../files/fileSource.ts';
import { siblingPaths } from '../../format/siblingFile.ts';

/** The files with related data of a neuron, by its key. See `siblingPaths`. */
export function relatedPaths(source: FileSource, directory: string, key: string) {
  const [layer, file] = key.split('/') as [string, string];
  return siblingPaths(source, directory, layer, file);
}
