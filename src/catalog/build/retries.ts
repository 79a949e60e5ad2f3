import { type FileStamp, sameStamp } from '../../files/fileSource.ts';

/** An unreadable file may be unfinished for this long after its last change, in milliseconds. */
const writingTime = 60_000;
/** The longest pause between two tries, in milliseconds. */
const longestPause = 60_000;

interface Waiting {
  readonly stamp: FileStamp | undefined;
  readonly tries: number;
  /** A time of `performance.now`. */
  readonly due: number;
}

/**
 * Failures that may be temporary, by path in the directory: unfinished files, and files and folders
 * that the disk or the network refuses for now. Each is retried after a growing pause.
 */
export class Retries {
  readonly #firstPause: number;
  readonly #retry: (path: string) => void;
  readonly #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The time at which the timer fires. */
  #next = Infinity;

  /** `firstPause` in milliseconds. */
  constructor(firstPause: number, retry: (path: string) => void) {
    this.#firstPause = firstPause;
    this.#retry = retry;
  }

  /**
   * Whether an unreadable file may be unfinished: changed recently, and not seen twice with the
   * same stamp.
   */
  isUnfinished(path: string, stamp: FileStamp): boolean {
    if (this.has(path, stamp)) return false;
    return Math.abs(Date.now() - stamp.modified / 1000) < writingTime;
  }

  /**
   * Whether a path is waiting or being tried; with a stamp, only if the file failed with that
   * stamp.
   */
  has(path: string, stamp?: FileStamp): boolean {
    const waiting = this.#waiting.get(path);
    if (!waiting || !stamp) return waiting !== undefined;
    return waiting.stamp !== undefined && sameStamp(waiting.stamp, stamp);
  }

  /** Schedules a retry. Returns the pause in milliseconds. */
  add(path: string, stamp?: FileStamp): number {
    // A rewritten file starts afresh: it may soon be complete.
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

  /** Forgets a folder and everything in it. */
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
        // Kept until the try is over, so that its pause grows if it fails.
        this.#waiting.set(path, { ...waiting, due: Infinity });
        this.#retry(path);
      }
    }
    this.#wakeAt(next);
  }
}
