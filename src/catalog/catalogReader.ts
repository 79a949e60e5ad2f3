import type { FileStamp } from '../files/fileSource.ts';
import type { LayerFolder } from '../format/directories.ts';
import type { NeuronRow } from './neuronRow.ts';

/** The neuron files of a layer with their stamps, in columns, in no order. */
export interface LayerListing {
  readonly names: readonly string[];
  readonly sizes: ArrayLike<number>;
  readonly modified: ArrayLike<number>;
}

/** What reading one file gave; no stamp where it is gone. */
export interface FileReading {
  readonly fileName: string;
  readonly stamp: FileStamp | undefined;
  /** Undefined where there is nothing to say yet. */
  readonly row: NeuronRow | undefined;
}

/**
 * How a directory's files are read for its catalog, wherever that is done. `exact` reads whole files; `provisional` only what is cheap of
 * each, and gives no row for files of which that says nothing.
 */
export interface CatalogReader {
  /** How many calls are worth having under way at a time. */
  readonly parallel: number;
  /** Rejects with a `FileError` where the layer cannot be listed. */
  list(layer: LayerFolder): Promise<LayerListing>;
  read(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]>;
}
