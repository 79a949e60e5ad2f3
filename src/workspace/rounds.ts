export interface Pace {
  /** The shortest pause between two rounds at this time, in milliseconds. */
  readonly pause: () => number;
  /** The maximum share of time for rounds. */
  readonly share: number;
}

/** Repeats a task at bounded cost: the longer a round took, the longer the pause after it. */
export class Rounds {
  readonly #run: () => Promise<void>;
  readonly #pace: Pace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** The duration of the last round, in milliseconds. */
  #took = 0;
  #disposed = false;

  /** Starts with a pause. */
  constructor(run: () => Promise<void>, pace: Pace) {
    this.#run = run;
    this.#pace = pace;
    this.#wait();
  }

  /** Starts a round unless one is running. Settles with that round. */
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

/** As `Pace`. The pause may depend on the thing, the share is for all of them. */
export interface PaceOfEach<T> {
  readonly pause: (each: T) => number;
  readonly share: number;
}

/**
 * Independent rounds for several things, since a round may hang, as on a network drive. They share
 * one time budget.
 */
export class EachRounds<T> {
  readonly #run: (each: T) => Promise<void>;
  readonly #pace: PaceOfEach<T>;
  readonly #rounds = new Map<T, Rounds>();

  constructor(run: (each: T) => Promise<void>, pace: PaceOfEach<T>) {
    this.#run = run;
    this.#pace = pace;
  }

  /** Replaces the set of things. */
  follow(all: ReadonlySet<T>): void {
    for (const [each, rounds] of this.#rounds) {
      if (all.has(each)) continue;
      rounds.dispose();
      this.#rounds.delete(each);
    }
    for (const each of all)
      if (!this.#rounds.has(each))
        this.#rounds.set(each, new Rounds(() => this.#run(each), this.#paceOf(each)));
  }

  /** Starts a round for each of these things without a running one. */
  now(isMeant: (each: T) => boolean): void {
    for (const [each, rounds] of this.#rounds)
      if (isMeant(each)) void rounds.now().catch(() => undefined);
  }

  dispose(): void {
    this.follow(new Set());
  }

  #paceOf(each: T): Pace {
    const [pace, count] = [this.#pace, () => this.#rounds.size];
    return {
      pause: () => pace.pause(each),
      get share() {
        return pace.share / count();
      },
    };
  }
}

/**
 * The interval of comparing catalogs with the disk and the limit of one comparison, in
 * milliseconds, and the maximum share of time for all.
 */
export const comparePause = { focused: 3000, else: 30_000 };
/** The same for stores, where each comparison takes requests that may cost money. */
export const remotePause = { focused: 60_000, else: 600_000 };
const compareTime = 250;
export const compareShare = 0.02;

export interface Compared {
  /** Compares until `isOver`. */
  compare(isOver: () => boolean): Promise<void>;
}

/** One comparison with a time limit. */
export function compareOnce(compared: Compared): Promise<void> {
  const end = performance.now() + compareTime;
  return compared.compare(() => performance.now() > end);
}

/** How long to wait for a place that may not respond, in milliseconds. Its work continues. */
const patience = 2000;

/** The items that are still pending after a while. Resolves earlier if none are. */
export async function silentAmong<T>(
  all: readonly (readonly [each: T, ending: Promise<unknown>])[],
  milliseconds = patience,
): Promise<T[]> {
  const waiting = new Set(all.map(([each]) => each));
  const endings = all.map(([each, ending]) => {
    const ended = () => waiting.delete(each);
    return ending.then(ended, ended);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([Promise.all(endings), over]);
  clearTimeout(timer);
  return [...waiting];
}
