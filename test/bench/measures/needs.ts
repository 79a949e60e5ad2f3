import type { DeclaredRange } from '../../../src/dialects/openai/declaredFiles.ts';
import type { MadeUpEntry } from '../data/rows.ts';

/** The catalog's functions for measures. A module exports it, to be loaded by other processes. */
export interface CatalogUnderTest {
  /** Builds the exact catalog of a folder, unsaved. Resolves to the number of explanations. */
  readonly buildCatalog: (folder: string) => Promise<number>;
  /** Builds until every neuron has a first answer. Resolves to the number of these neurons. */
  readonly provisionalAnswers: (folder: string) => Promise<number>;
  /** 99th percentile of the event loop's delay, in ms, while a catalog is built and saved. */
  readonly delayWhileBuilding: (folder: string) => Promise<number>;
  /** Builds and saves the exact catalog of a folder. Resolves to the path of the Parquet file. */
  readonly storeCatalog: (folder: string) => Promise<string>;
  /** Saves a catalog of these entries; the folder need not exist. Resolves to the Parquet file. */
  readonly storeEntries: (folder: string, entries: Iterable<MadeUpEntry>) => Promise<string>;
  /** Milliseconds to find the one changed file, without a disk: files are listed from memory. */
  readonly findChangedListed: (folder: string) => Promise<number>;
  /** Processor time, in %, to compare a saved folder with the disk, as an open window does. */
  readonly shareOfComparing: (folder: string) => Promise<number>;
  /** The tree of a directory that declares its neurons, with a layer opened. */
  readonly declaredRange: (range: DeclaredRange) => Promise<{ readonly size: number }>;
  /** Opens what was stored for a folder; resolves when search answers. */
  readonly openCatalog: (folder: string) => Promise<OpenCatalog>;
}

export interface OpenCatalog {
  /** The texts of all explanations. */
  readonly texts: () => readonly string[];
  /** From a query to ranked results, or the closest matches. Resolves to their number. */
  readonly search: (query: string) => number | Promise<number>;
  /** Looks for changed files in the folder; resolves to how many there are. */
  readonly findChanged: () => Promise<number>;
  readonly close: () => Promise<void>;
}
