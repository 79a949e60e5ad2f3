import { type FilePart, type FileStamp, sameStamp } from '../fileSource.ts';

/** In milliseconds. */
const kept = 30_000;

/**
 * The file that was read last. A page and the list of its problems read the same file, one shortly
 * after the other, and it should be sent once.
 */
export class RecentFile {
  #last:
    | { readonly path: string; readonly read: Promise<FilePart | undefined>; readonly at: number }
    | undefined;

  /** What `read` gives, or what it gave for the same path. Its failures are not kept. */
  read(path: string, read: () => Promise<FilePart | undefined>): Promise<FilePart | undefined> {
    const last = this.#last;
    if (last?.path === path && performance.now() - last.at < kept) return last.read;
    const reading = read();
    const now = { path, read: reading, at: performance.now() };
    this.#last = now;
    const forget = () => {
      if (this.#last === now) this.#last = undefined;
    };
    reading.then((part) => part ?? forget(), forget);
    return reading;
  }

  /** A request gave the stamp of a file. Undefined if there is none. */
  seen(path: string, stamp: FileStamp | undefined): void {
    const last = this.#last;
    if (last?.path !== path) return;
    const forget = () => {
      if (this.#last === last) this.#last = undefined;
    };
    last.read.then((part) => {
      if (!part || !stamp || !sameStamp(part.stamp, stamp)) forget();
    }, forget);
  }
}
