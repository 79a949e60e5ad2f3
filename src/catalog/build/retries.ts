import { type FileStamp, sameStamp } from '../../files/fileSource.ts';

/** An unreadable file may be unfinished for this long after its last change, in milliseconds. */
const writingTime = 60_000;
/** The pauses before a failed path is tried again, in milliseconds. Each is twice the last. */
const firstPause = 2000;
const longestPause = 60_000;

/** The pause before the next try after some failures, at least one, in milliseconds. */
export function pauseAfter(failures: number, first = firstPause): number {
  return Math.min(longestPause, first * 2 ** (failures - 1));
}

interface Waiting {
  readonly stamp: FileStamp | undefined;
  readonly tries: number;
  /** A time of `performance.now`. */
  readonly due: number;
}

/**
 * Failures that may be temporary, by key of a neuron or layer; the directory has an empty key. They
 * are unfinished files, and files and folders that the disk or the network refuses for now. Each is
 * retried after a growing pause.
 */
export class Retries {
  readonly #firstPause: number | undefined;
  readonly #retry: (key: string) => void;
  readonly #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The time at which the timer fires. */
  #next = Infinity;

  /** `firstPause` in milliseconds; undefined for the usual one. */
  constructor(firstPause: number | undefined, retry: (key: string) => void) {
    this.#firstPause = firstPause;
    this.#retry = retry;
  }

  /**
   * Whether an unreadable file may be unfinished: changed recently, and not seen twice with the
   * same stamp.
   */
  isUnfinished(key: string, stamp: FileStamp): boolean {
    if (this.has(key, stamp)) return false;
    return Math.abs(Date.now() - stamp.modified / 1000) < writingTime;
  }

  /**
   * Whether a key is waiting or being tried; with a stamp, only if the file failed with that
   * stamp.
   */
  has(key: string, stamp?: FileStamp): boolean {
    const waiting = this.#waiting.get(key);
    if (!waiting || !stamp) return waiting !== undefined;
    return waiting.stamp !== undefined && sameStamp(waiting.stamp, stamp);
  }

  /** Schedules a retry. Returns the pause in milliseconds. */
  add(key: string, stamp?: FileStamp): number {
    // A rewritten file starts afresh: it may soon be complete.
    const tries = this.has(key, stamp) ? this.#waiting.get(key)!.tries + 1 : 1;
    const pause = pauseAfter(tries, this.#firstPause);
    const due = performance.now() + pause;
    this.#waiting.set(key, { stamp, tries, due });
    this.#wakeAt(due);
    return pause;
  }

  forget(key: string): void {
    this.#waiting.delete(key);
  }

  /** Forgets the keys with a property. */
  forgetWhere(has: (key: string) => boolean): void {
    for (const key of this.#waiting.keys()) if (has(key)) this.#waiting.delete(key);
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
    for (const [key, { due, ...waiting }] of this.#waiting) {
      if (due > now) next = Math.min(next, due);
      else {
        // Kept until the try is over, so that its pause grows if it fails.
        this.#waiting.set(key, { ...waiting, due: Infinity });
        this.#retry(key);
      }
    }
    this.#wakeAt(next);
  }
}
