import type { Timer } from '../../../../../src/files/stores/timer.ts';
import { Transport, type TransportOptions } from '../../../../../src/files/stores/transport.ts';
import type { StubStore } from './stubStore.ts';

const timeout = 30_000;

/** Waits without time: retries run at once, timeouts when a test says so. */
export class TestTimer {
  /** The milliseconds of all waits. */
  readonly waits: number[] = [];
  /** Called when a timeout starts. */
  timeoutStarted: () => void = () => {};
  readonly #timeouts = new Set<() => void>();

  readonly timer: Timer = (milliseconds, run) => {
    if (milliseconds !== timeout) {
      this.waits.push(milliseconds);
      const immediate = setImmediate(run);
      return () => clearImmediate(immediate);
    }
    this.#timeouts.add(run);
    this.timeoutStarted();
    return () => this.#timeouts.delete(run);
  };

  expire(): void {
    for (const run of this.#timeouts) run();
  }

  get timeouts(): number {
    return this.#timeouts.size;
  }
}

/** A transport that sends everything to a stub. */
export function stubTransport(
  { route }: StubStore,
  { timer }: TestTimer,
  options: TransportOptions = {},
): Transport {
  return new Transport({ route, timer, timeout, random: () => 0.5, ...options });
}
