import type { MadeUpEntry } from '../data/rows.ts';

/** What the measures need of the catalog. A module exports it whole, so that a process of its own can be given the module. */
export interface CatalogUnderTest {
  /** Builds the exact catalog of a folder from nothing, and keeps none of it; resolves to the number of explanations. */
  readonly buildCatalog: (folder: string) => Promise<number>;
  /** From nothing until every neuron has a first answer; resolves to the number of neurons that have. */
  readonly provisionalAnswers: (folder: string) => Promise<number>;
  /** The 99th percentile of the event loop's delay, in ms, while the catalog of a folder is built and stored. */
  readonly delayWhileBuilding: (folder: string) => Promise<number>;
  /** Builds the exact catalog of a folder and stores it as the extension does; resolves to the path of the Parquet file. */
  readonly storeCatalog: (folder: string) => Promise<string>;
  /** Stores a catalog of these entries, as if they had been read in the folder, which need not be there; resolves to the Parquet file. */
  readonly storeEntries: (folder: string, entries: Iterable<MadeUpEntry>) => Promise<string>;
  /** How long, in ms, it takes to find the one file that has changed of those stored, without a disk: all is listed from memory. */
  readonly findChangedListed: (folder: string) => Promise<number>;
  /** What part of a processor's time it takes, in %, to compare a stored folder with the disk as an open window does, for a while. */
  readonly shareOfComparing: (folder: string) => Promise<number>;
  /** Opens what was stored for a folder; resolves when search answers. */
  readonly openCatalog: (folder: string) => Promise<OpenCatalog>;
}

export interface OpenCatalog {
  /** The texts of all explanations. */
  readonly texts: () => readonly string[];
  /** From the text of the query to ranked results, with the nearest words where there is none; gives how many there are in all. */
  readonly search: (query: string) => number | Promise<number>;
  /** Looks for changed files in the folder; resolves to how many there are. */
  readonly findChanged: () => Promise<number>;
  readonly close: () => Promise<void>;
}
