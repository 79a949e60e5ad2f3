import { FileError, type FileSource, type ReadOptions } from '../../../../src/files/fileSource.ts';

/** A file that has versions, read by ranges, as in a store. */
export class VersionedFile implements FileSource {
  /** The ranges that were read. */
  readonly ranges: [start: number, end: number][] = [];
  /** Called before each read, with the end of the range. */
  beforeRead: (end: number | undefined) => void = () => {};
  bytes: Uint8Array | undefined;
  version = 1;
  /** Whether answers name the version. */
  readonly isVersioned: boolean;

  constructor(bytes: Uint8Array, isVersioned = true) {
    this.bytes = bytes;
    this.isVersioned = isVersioned;
  }

  get stamp() {
    const { version, bytes } = this;
    const stamp = { size: bytes?.length ?? 0, modified: version };
    return this.isVersioned ? { ...stamp, version: `v${version}` } : stamp;
  }

  /** As it is found in a listing. */
  get found() {
    return [{ path: 'catalog.parquet', stamp: this.stamp }];
  }

  replace(bytes: Uint8Array | undefined): void {
    this.bytes = bytes;
    this.version++;
  }

  readPart(path: string, { range, version, signal }: ReadOptions = {}) {
    this.beforeRead(range?.end);
    signal?.throwIfAborted();
    if (!this.bytes) return Promise.resolve(undefined);
    if (version !== undefined && version !== `v${this.version}`)
      return Promise.reject(new FileError(path, 'it changed after it was listed'));
    const { start, end = this.bytes.length } = range!;
    this.ranges.push([start, end]);
    return Promise.resolve({ bytes: this.bytes.slice(start, end), stamp: this.stamp });
  }

  readFile = () => Promise.resolve(this.bytes);
  stat = () => Promise.resolve(this.stamp);
  readDirectory = () => Promise.resolve([]);
  join = (...names: string[]) => names.join('/');
}
