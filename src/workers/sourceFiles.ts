import {
  failedReading,
  type FileReading,
  type LayerListing,
  listingDigest,
} from '../catalog/build/catalogReader.ts';
import type { NeuronRow } from '../catalog/rows/neuronRow.ts';
import { headSize, provisionalRow, tailSize } from '../catalog/rows/provisionalRow.ts';
import { type FileCheck, checkAt, type CheckBytes } from '../check/fileCheck.ts';
import { openai } from '../dialects/openai/dialect.ts';
import {
  FileError,
  type FilePart,
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

/** Requests for stamps at a time. */
const stampedAtOnce = 16;
/** Files of a mounted file system read at a time, in all calls. */
const mountedAtOnce = 4;
/** Calls at a time for a store, each with all its files at once. The transport bounds requests. */
const remoteCalls = 2;
/** Files of which a call reads the ends at a time: what is in sight, not what was asked for. */
const endsAtOnce = 8;

/** The files of a directory in any source. */
export class SourceFiles implements LayerFiles {
  readonly parallel: number;
  readonly #source: FileSource;
  readonly #path: string;
  readonly #work: BytesWork;

  constructor(source: FileSource, path: string, work: BytesWork) {
    this.parallel = source.isRemote ? remoteCalls : mountedAtOnce;
    this.#source = source;
    this.#path = path;
    this.#work = work;
  }

  async list(layer: Group, known?: number): Promise<LayerListing | undefined> {
    const keys: string[] = [];
    const sizes: number[] = [];
    const modified: number[] = [];
    const units = await openai.listUnits(this.#source, this.#path, layer);
    for (let from = 0; from < units.length; from += stampedAtOnce) {
      const some = units.slice(from, from + stampedAtOnce);
      const stamps = await Promise.all(
        some.map(({ key, stamp }) => (stamp ? Promise.resolve(stamp) : this.#stamp(key))),
      );
      for (const [i, stamp] of stamps.entries()) {
        if (!stamp) continue;
        keys.push(some[i]!.key);
        sizes.push(stamp.size);
        modified.push(stamp.modified);
      }
    }
    const digest = listingDigest({ keys, sizes, modified });
    return digest === known ? undefined : { keys, sizes, modified, digest };
  }

  async read(
    _layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    if (this.#source.isRemote) {
      if (how === 'exact') return Promise.all(keys.map((key) => this.#whole(key)));
      return inOrder(keys, endsAtOnce, (key) => this.#ends(key));
    }
    // Such sources only read whole files, so there is no cheap preliminary row.
    if (how === 'provisional') return [];
    const readings: FileReading[] = [];
    for (const key of keys) readings.push(await this.#readOne(key));
    return readings;
  }

  check(keys: readonly string[]): Promise<readonly FileCheck[]> {
    const { check } = this.#work;
    // A person waits for the problems of a single file: it is open.
    const options = keys.length > 1 ? { inBackground: true } : undefined;
    return Promise.all(
      keys.map((key) => checkAt(this.#source, this.#pathOf(key), key, check, options)),
    );
  }

  #stamp(key: string): Promise<FileStamp | undefined> {
    return this.#source.stat(this.#pathOf(key)).catch(() => unreadable);
  }

  #pathOf(key: string): string {
    return this.#source.join(this.#path, openai.pathOf(key));
  }

  /** In one request. */
  #whole(key: string): Promise<FileReading> {
    return this.#reading(key, async () => {
      const part = await this.#part(key);
      return part && { ...part, row: await this.#work.decodeRow(part.bytes, key) };
    });
  }

  /** In one request for each end. */
  #ends(key: string): Promise<FileReading> {
    return this.#reading(key, async () => {
      const head = await this.#part(key, { start: 0, end: headSize });
      if (!head) return undefined;
      const { stamp, whole } = head;
      if (whole) return { stamp, row: await this.#work.decodeRow(whole, key) };
      const start = Math.max(0, stamp.size - tailSize);
      const tail = start === 0 ? head : await this.#part(key, { start, end: stamp.size }, stamp);
      return tail && { stamp, row: provisionalRow(head.bytes, tail.bytes) };
    });
  }

  #part(
    key: string,
    range?: { readonly start: number; readonly end: number },
    { version }: Partial<FileStamp> = {},
  ): Promise<FilePart | undefined> {
    return this.#source.readPart!(this.#pathOf(key), {
      ...(range && { range }),
      version,
      inBackground: true,
    });
  }

  async #reading(
    key: string,
    read: () => Promise<Pick<FileReading, 'stamp' | 'row'> | undefined>,
  ): Promise<FileReading> {
    try {
      const { stamp, row } = (await read()) ?? {};
      return { key, stamp, row };
    } catch (error) {
      return failedReading(key, unreadable, error);
    }
  }

  async #readOne(key: string): Promise<FileReading> {
    const path = this.#pathOf(key);
    const gone: FileReading = { key, stamp: undefined, row: undefined };
    const stamp = await this.#stamp(key);
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

/** The results of `run` for each item, so many at a time. */
async function inOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await run(items[i]!);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
