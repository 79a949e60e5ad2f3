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
 * Rounds of each of several things, which do not wait for one another: a round may never end, as on
 * a network drive that hangs. The share of the time is that of all together.
 */
export class EachRounds<T> {
  readonly #run: (each: T) => Promise<void>;
  readonly #pace: Pace;
  readonly #rounds = new Map<T, Rounds>();

  constructor(run: (each: T) => Promise<void>, pace: Pace) {
    this.#run = run;
    this.#pace = pace;
  }

  /** From now on of these and no others. */
  follow(all: ReadonlySet<T>): void {
    for (const [each, rounds] of this.#rounds) {
      if (all.has(each)) continue;
      rounds.dispose();
      this.#rounds.delete(each);
    }
    for (const each of all)
      if (!this.#rounds.has(each))
        this.#rounds.set(each, new Rounds(() => this.#run(each), this.#paceOfOne));
  }

  /** Begins a round of each that has none under way. */
  now(): void {
    for (const rounds of this.#rounds.values()) void rounds.now().catch(() => undefined);
  }

  dispose(): void {
    this.follow(new Set());
  }

  get #paceOfOne(): Pace {
    const [pace, count] = [this.#pace, () => this.#rounds.size];
    return {
      pause: pace.pause,
      get share() {
        return pace.share / count();
      },
    };
  }
}

/**
 * How often catalogs are compared with the disk, in milliseconds, how long one takes at most, and
 * what part of the time they all may take.
 */
export const comparePause = { focused: 3000, else: 30_000 };
const compareTime = 250;
export const compareShare = 0.02;

export interface Compared {
  /** Compares until `isOver`. */
  compare(isOver: () => boolean): Promise<void>;
}

/** A round of comparing one, in the time that it has. */
export function compareOnce(compared: Compared): Promise<void> {
  const end = performance.now() + compareTime;
  return compared.compare(() => performance.now() > end);
}
