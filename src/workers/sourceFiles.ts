import {
  failedReading,
  type FileReading,
  type LayerListing,
  listingDigest,
} from '../catalog/build/catalogReader.ts';
import type { NeuronRow } from '../catalog/rows/neuronRow.ts';
import type { FileCheck } from '../check/fileCheck.ts';
import { checkAt, type CheckBytes } from '../check/fileCheck.ts';
import { openai } from '../dialects/openai/dialect.ts';
import {
  FileError,
  type FileSource,
  type FileStamp,
  largestFile,
  tooLarge,
  unreadable,
} from '../files/fileSource.ts';
import type { Group } from '../model/unit.ts';
import type { LayerFiles } from './poolFiles.ts';

/** What is done with the bytes of the file with a key. */
export interface BytesWork {
  readonly decodeRow: (bytes: Uint8Array, key: string) => NeuronRow | Promise<NeuronRow>;
  readonly check: CheckBytes;
}

/** The files of a directory in any source. */
export class SourceFiles implements LayerFiles {
  readonly parallel = 4;
  readonly #source: FileSource;
  readonly #path: string;
  readonly #work: BytesWork;

  constructor(source: FileSource, path: string, work: BytesWork) {
    this.#source = source;
    this.#path = path;
    this.#work = work;
  }

  async list(layer: Group, known?: number): Promise<LayerListing | undefined> {
    const keys: string[] = [];
    const sizes: number[] = [];
    const modified: number[] = [];
    for (const { key } of await openai.listUnits(this.#source, this.#path, layer)) {
      const stamp = await this.#stamp(this.#pathOf(key));
      if (!stamp) continue;
      keys.push(key);
      sizes.push(stamp.size);
      modified.push(stamp.modified);
    }
    const digest = listingDigest({ keys, sizes, modified });
    return digest === known ? undefined : { keys, sizes, modified, digest };
  }

  async read(
    _layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    // Such sources only read whole files, so there is no cheap preliminary row.
    if (how === 'provisional') return [];
    const readings: FileReading[] = [];
    for (const key of keys) readings.push(await this.#readOne(key));
    return readings;
  }

  check(keys: readonly string[]): Promise<readonly FileCheck[]> {
    const { check } = this.#work;
    return Promise.all(keys.map((key) => checkAt(this.#source, this.#pathOf(key), key, check)));
  }

  #stamp(path: string): Promise<FileStamp | undefined> {
    return this.#source.stat(path).catch(() => unreadable);
  }

  #pathOf(key: string): string {
    return this.#source.join(this.#path, openai.pathOf(key));
  }

  async #readOne(key: string): Promise<FileReading> {
    const path = this.#pathOf(key);
    const gone: FileReading = { key, stamp: undefined, row: undefined };
    const stamp = await this.#stamp(path);
    if (!stamp) return gone;
    try {
      if (stamp.size > largestFile) throw new FileError(path, tooLarge);
      const bytes = await this.#source.readFile(path);
      if (!bytes) return gone;
      return { key, stamp, row: await this.#work.decodeRow(bytes, key) };
    } catch (error) {
      return failedReading(key, stamp, error);
    }
  }
}
