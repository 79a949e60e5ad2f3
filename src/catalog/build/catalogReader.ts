import { FileError, type FileStamp } from '../../files/fileSource.ts';
import { hashOf } from '../../text/hash.ts';
import type { Group } from '../../model/unit.ts';
import { failedRow, type NeuronRow } from '../rows/neuronRow.ts';

/** The neurons of a layer with the stamps of their files, in columns, unordered. */
export interface LayerListing {
  readonly keys: readonly string[];
  readonly sizes: ArrayLike<number>;
  readonly modified: ArrayLike<number>;
  /** Its `listingDigest`; absent if listings are not compared. */
  readonly digest?: number;
}

/** The result of reading a file. No stamp if it is deleted. */
export interface FileReading {
  readonly key: string;
  readonly stamp: FileStamp | undefined;
  /** Undefined if there is nothing to show yet. */
  readonly row: NeuronRow | undefined;
  /** The row has a failure that may be temporary. */
  readonly transient?: true;
}

/**
 * Reads a directory's files for its catalog, on any thread. `exact` reads whole files.
 * `provisional` only reads what is cheap, and gives no row if that is not enough.
 */
export interface CatalogReader {
  /** How many parallel calls are useful. */
  readonly parallel: number;
  /**
   * Lists a layer. Undefined if the listing has the digest `known`, so that an unchanged layer
   * costs this thread nothing. Rejects with a `FileError` if the layer cannot be listed.
   */
  list(layer: Group, known?: number): Promise<LayerListing | undefined>;
  read(
    layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]>;
}

/** The result for a file that could not be read. */
export function failedReading(
  key: string,
  stamp: FileStamp | undefined,
  error: unknown,
): FileReading {
  const transient = error instanceof FileError && error.transient;
  return { key, stamp, row: failedRow(error), ...(transient && { transient }) };
}

/** A digest of a listing, independent of the order of files. */
export function listingDigest({ keys, sizes, modified }: Omit<LayerListing, 'digest'>): number {
  let digest = keys.length;
  for (const [i, key] of keys.entries()) {
    let hash = hashOf(key);
    // `^` only uses the low 32 bits of a number, so add the high ones separately.
    for (const value of [sizes[i]!, modified[i]!]) {
      hash = Math.imul(hash ^ value, 0x9e3779b1);
      hash = Math.imul(hash ^ (value / 0x100000000), 0x85ebca6b) ^ (hash >>> 15);
    }
    digest += hash >>> 0;
  }
  return digest;
}
