import type { Task, WorkQueue } from './workQueue.ts';

export interface WorkLoopOptions {
  /** How many tasks may run at a time. */
  readonly parallel: () => number;
  readonly run: (task: Task) => Promise<void>;
  /** Whether there is work outside the queue. */
  readonly isBusyOtherwise: () => boolean;
  /** All work is done for now, or the loop is paused. */
  readonly idle: () => void;
  readonly failed: (error: unknown) => void;
}

/** Works through a queue until it is empty or paused. */
export class WorkLoop {
  readonly #queue: WorkQueue;
  readonly #options: WorkLoopOptions;
  readonly #waiting = new Set<() => void>();
  #working = 0;
  #wasBusy = false;
  #paused = false;

  constructor(queue: WorkQueue, options: WorkLoopOptions) {
    this.#queue = queue;
    this.#options = options;
  }

  get busy(): boolean {
    const isQueued = !this.#queue.empty && !this.#paused;
    return this.#working > 0 || this.#options.isBusyOtherwise() || isQueued;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Starts what can run, and tells if nothing is left. To be called after every change. */
  pump(): void {
    while (this.#working < this.#options.parallel() && !this.#paused && !this.#queue.empty) {
      this.#working++;
      void this.#work();
    }
    this.#settleWhenIdle();
  }

  pause(): void {
    this.#paused = true;
    this.#settleWhenIdle();
  }

  resume(): void {
    this.#paused = false;
    this.pump();
  }

  /** Resolves when all work is done for now. */
  async finished(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async #work(): Promise<void> {
    try {
      while (!this.#paused) {
        const task = this.#queue.next();
        if (!task) break;
        await this.#options.run(task);
        // Other workers may help with the result.
        if (this.#working < this.#options.parallel()) this.pump();
      }
    } catch (error) {
      this.#options.failed(error);
    } finally {
      this.#working--;
      this.pump();
    }
  }

  #settleWhenIdle(): void {
    const wasBusy = this.#wasBusy;
    this.#wasBusy = this.busy;
    if (this.#wasBusy) return;
    if (wasBusy) this.#options.idle();
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
