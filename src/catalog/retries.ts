import { type FileStamp, sameStamp } from '../files/fileSource.ts';

/** How long a file that cannot be read may still be being written, in milliseconds since its last change. */
const writingTime = 60_000;
/** No pause between two tries is longer, in milliseconds. */
const longestPause = 60_000;

interface Waiting {
  readonly stamp: FileStamp | undefined;
  readonly tries: number;
  /** By the clock of `performance.now`. */
  readonly due: number;
}

/**
 * What failed and may succeed later, by paths below the directory: files that may still be being written, and files and folders that the
 * disk or the network refuses for now. Each is tried again after a pause, which grows from try to try.
 */
export class Retries {
  readonly #firstPause: number;
  readonly #retry: (path: string) => void;
  readonly #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends. */
  #next = Infinity;

  /** `firstPause` in milliseconds. */
  constructor(firstPause: number, retry: (path: string) => void) {
    this.#firstPause = firstPause;
    this.#retry = retry;
  }

  /** Whether an unreadable file may still be being written: changed lately, and not yet seen twice with one stamp. */
  isUnfinished(path: string, stamp: FileStamp): boolean {
    if (this.has(path, stamp)) return false;
    return Math.abs(Date.now() - stamp.modified / 1000) < writingTime;
  }

  /** Whether a path is waiting or being tried; with a stamp, a file that failed with this stamp. */
  has(path: string, stamp?: FileStamp): boolean {
    const waiting = this.#waiting.get(path);
    if (!waiting || !stamp) return waiting !== undefined;
    return waiting.stamp !== undefined && sameStamp(waiting.stamp, stamp);
  }

  /** Tries again later. Returns the pause in milliseconds. */
  add(path: string, stamp?: FileStamp): number {
    // A file that was written again is another one, and may be whole soon.
    const tries = this.has(path, stamp) ? this.#waiting.get(path)!.tries + 1 : 1;
    const pause = Math.min(longestPause, this.#firstPause * 2 ** (tries - 1));
    const due = performance.now() + pause;
    this.#waiting.set(path, { stamp, tries, due });
    this.#wakeAt(due);
    return pause;
  }

  forget(path: string): void {
    this.#waiting.delete(path);
  }

  /** Forgets a folder and all in it. */
  forgetFolder(name: string): void {
    for (const path of this.#waiting.keys())
      if (path === name || path.startsWith(`${name}/`)) this.#waiting.delete(path);
  }

  clear(): void {
    this.#waiting.clear();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.clear();
  }

  #wakeAt(due: number): void {
    if (due >= this.#next) return;
    this.#next = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retryDue(), Math.max(0, due - performance.now()));
  }

  #retryDue(): void {
    this.#next = Infinity;
    const now = performance.now();
    let next = Infinity;
    for (const [path, { due, ...waiting }] of this.#waiting) {
      if (due > now) next = Math.min(next, due);
      else {
        // Until the try is over, so that its pause grows if it fails.
        this.#waiting.set(path, { ...waiting, due: Infinity });
        this.#retry(path);
      }
    }
    this.#wakeAt(next);
  }
}
