import {
  type CatalogReader,
  failedReading,
  type FileReading,
  type LayerListing,
  listingDigest,
} from '../catalog/build/catalogReader.ts';
import { decodeRow, type NeuronPlace, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import {
  FileError,
  type FileSource,
  type FileStamp,
  largestFile,
  tooLarge,
  unreadable,
} from '../files/fileSource.ts';
import { type LayerFolder, listNeurons } from '../format/directories.ts';

/** Reads the files of a directory from any source. The bytes may be decoded elsewhere. */
export class SourceReader implements CatalogReader {
  readonly parallel = 4;
  readonly #source: FileSource;
  readonly #path: string;
  readonly #decode: (bytes: Uint8Array, place: NeuronPlace) => NeuronRow | Promise<NeuronRow>;

  constructor(
    source: FileSource,
    path: string,
    decode: (bytes: Uint8Array, place: NeuronPlace) => NeuronRow | Promise<NeuronRow> = decodeRow,
  ) {
    this.#source = source;
    this.#path = path;
    this.#decode = decode;
  }

  async list(layer: LayerFolder, known?: number): Promise<LayerListing | undefined> {
    const names: string[] = [];
    const sizes: number[] = [];
    const modified: number[] = [];
    const folder = this.#source.join(this.#path, layer.name);
    for (const { name } of await listNeurons(this.#source, folder)) {
      const stamp = await this.#stamp(this.#source.join(folder, name));
      if (!stamp) continue;
      names.push(name);
      sizes.push(stamp.size);
      modified.push(stamp.modified);
    }
    const digest = listingDigest({ names, sizes, modified });
    return digest === known ? undefined : { names, sizes, modified, digest };
  }

  async read(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    // Such sources only read whole files, so there is no cheap preliminary row.
    if (how === 'provisional') return [];
    const readings: FileReading[] = [];
    for (const fileName of fileNames) readings.push(await this.#readOne(layer, fileName));
    return readings;
  }

  #stamp(path: string): Promise<FileStamp | undefined> {
    return this.#source.stat(path).catch(() => unreadable);
  }

  async #readOne({ name, layer }: LayerFolder, fileName: string): Promise<FileReading> {
    const path = this.#source.join(this.#path, name, fileName);
    const gone: FileReading = { fileName, stamp: undefined, row: undefined };
    const stamp = await this.#stamp(path);
    if (!stamp) return gone;
    try {
      if (stamp.size > largestFile) throw new FileError(path, tooLarge);
      const bytes = await this.#source.readFile(path);
      if (!bytes) return gone;
      const place = { layer, neuron: parseInt(fileName, 10) };
      return { fileName, stamp, row: await this.#decode(bytes, place) };
    } catch (error) {
      return failedReading(fileName, stamp, error);
    }
  }
}
