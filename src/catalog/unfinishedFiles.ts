import { type FileStamp, sameStamp } from '../files/fileSource.ts';

/** A file that cannot be read and was written to so lately, in milliseconds, may be one that is still being written. */
const writingTime = 60_000;

/** Files that could not be read and may still be written, to be looked at again. */
export class UnfinishedFiles {
  readonly #delay: number;
  readonly #retry: (layerName: string, fileName: string) => void;
  /** How they were when they could not be read, by their paths. */
  readonly #stamps = new Map<string, FileStamp>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** `delay` in milliseconds. */
  constructor(delay: number, retry: (layerName: string, fileName: string) => void) {
    this.#delay = delay;
    this.#retry = retry;
  }

  /** Whether a file that cannot be read is one that is being written: written to lately, and not yet seen to stay as it is. */
  has(path: string, stamp: FileStamp): boolean {
    const before = this.#stamps.get(path);
    if (before && sameStamp(before, stamp)) return false;
    return Math.abs(Date.now() - stamp.modified / 1000) < writingTime;
  }

  retry(layerName: string, fileName: string, stamp: FileStamp): void {
    this.#stamps.set(`${layerName}/${fileName}`, stamp);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#retry(layerName, fileName);
    }, this.#delay);
    this.#timers.add(timer);
  }

  forget(path: string): void {
    this.#stamps.delete(path);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
