import { FileError, type FileSource } from '../../../../src/files/fileSource.ts';
import { localFileSource } from '../../../../src/platform/node/localFileSource.ts';

/** The disk, which notes what is asked of it, and can be told to be slow or to fail. */
export class WatchedSource implements FileSource {
  /** Paths in order: files read, folders listed, and files whose stamp was read. */
  readonly read: string[] = [];
  readonly listed: string[] = [];
  readonly asked: string[] = [];
  /** How many were being read when most were. */
  most = 0;
  /** How many were read and are held. */
  waiting = 0;
  readonly #held = new Map<string, Promise<void>>();
  readonly #failing = new Map<string, Error>();
  #now = 0;

  readFile(path: string): Promise<Uint8Array | undefined> {
    this.read.push(path);
    return this.#run(path, () => localFileSource.readFile(path));
  }

  readDirectory(path: string) {
    this.listed.push(path);
    return this.#run(path, () => localFileSource.readDirectory(path));
  }

  stat(path: string) {
    this.asked.push(path);
    return localFileSource.stat(path);
  }

  realPath(path: string): Promise<string> {
    return localFileSource.realPath!(path);
  }

  join(folder: string, ...names: string[]): string {
    return localFileSource.join(folder, ...names);
  }

  /** What is asked of this path from now on is answered when the returned function is called. */
  hold(path: string): () => void {
    let release = () => {};
    this.#held.set(path, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(path);
      release();
    };
  }

  /** What is asked of this path fails, until `mend`. */
  fail(path: string, error: Error = new FileError(path, 'permission denied')): void {
    this.#failing.set(path, error);
  }

  mend(path: string): void {
    this.#failing.delete(path);
  }

  async #run<T>(path: string, answer: () => Promise<T>): Promise<T> {
    const failure = this.#failing.get(path);
    const held = this.#held.get(path);
    this.most = Math.max(this.most, ++this.#now);
    try {
      // Read before the wait: what was there when it was asked for is what comes.
      const found = await answer();
      this.waiting++;
      await held;
      this.waiting--;
      if (failure) throw failure;
      return found;
    } finally {
      this.#now--;
    }
  }
}
