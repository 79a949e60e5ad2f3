export interface Pace {
  /** The shortest pause between two rounds, in milliseconds, as of now. */
  readonly pause: () => number;
  /** What part of the time the rounds may take. */
  readonly share: number;
}

/**
 * Does something again and again, at a bounded cost: the longer a round took, the longer the pause
 * after it.
 */
export class Rounds {
  readonly #run: () => Promise<void>;
  readonly #pace: Pace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** How long the last round took, in milliseconds. */
  #took = 0;
  #disposed = false;

  /** Begins with a pause. */
  constructor(run: () => Promise<void>, pace: Pace) {
    this.#run = run;
    this.#pace = pace;
    this.#wait();
  }

  /** Begins a round, unless one is under way. Resolves at its end, and rejects as it does. */
  now(): Promise<void> {
    return (this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
      this.#wait();
    }));
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }

  async #round(): Promise<void> {
    const start = performance.now();
    try {
      await this.#run();
    } finally {
      this.#took = performance.now() - start;
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#disposed) return;
    const pause = Math.max(this.#pace.pause(), this.#took / this.#pace.share);
    this.#timer = setTimeout(() => void this.now().catch(() => undefined), pause);
  }
}

/**
 * How often catalogs are compared with the disk, in milliseconds, how long that takes at most, and
 * what part of the time.
 */
export const comparePause = { focused: 3000, else: 30_000 };
const compareTime = 250;
export const compareShare = 0.02;

export interface Compared {
  /** Compares until `isOver`. */
  compare(isOver: () => boolean): Promise<void>;
}

/**
 * A round of comparing: of all, beginning with another one each time, in the time that a round has.
 */
export function compareRound(all: Iterable<Compared>): () => Promise<void> {
  let rounds = 0;
  return async () => {
    const list = [...all];
    const first = rounds++ % Math.max(1, list.length);
    const end = performance.now() + compareTime;
    for (const each of [...list.slice(first), ...list.slice(0, first)])
      await each.compare(() => performance.now() > end);
  };
}
