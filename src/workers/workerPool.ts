import { processors, startTimer } from '#platform/system.ts';
import { Thread } from '#platform/threads.ts';
import { FileError } from '../files/fileSource.ts';
import { FormatError } from '../format/errors.ts';
import type { ThreadProgram } from '../platform/interfaces.ts';
import {
  type AnswersTo,
  type CatalogAnswers,
  type CatalogJob,
  type Job,
  NotOpenError,
  type Response,
} from './messages.ts';

/** More threads would only wait for the disk. */
const mostWorkers = 8;
/** How many workers in a row may end before they are ready. */
const mostRestarts = 3;
/** A thread ends after this many idle milliseconds, so rare jobs keep only one thread. */
const usualIdleTime = 30_000;

interface Pending<J extends Job> {
  readonly request: { readonly id: number; readonly job: J };
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Member<J extends Job> {
  readonly thread: Thread;
  /** Whether it has started, and waits for jobs. */
  isReady: boolean;
  job: Pending<J> | undefined;
  /** Ends the worker if its job takes too long. */
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the worker when it has been idle long enough. */
  idle: ReturnType<typeof setTimeout> | undefined;
}

export interface PoolLimits {
  /** The maximum number of threads. */
  readonly size?: number;
  /** Idle milliseconds before a thread ends. */
  readonly idleTime?: number;
  /** The maximum duration of a job, in milliseconds. */
  readonly longestJob?: number;
}

/** The worker exited during a job. See `endedWorkers.ts` for what then happens. */
export class WorkerEnded extends Error {
  /** It was stopped because the job exceeded its time. */
  readonly tookTooLong: boolean;

  constructor(reason: string, tookTooLong: boolean) {
    super(reason);
    this.tookTooLong = tookTooLong;
  }
}

const stopped = () => new Error('the workers have been stopped');

/** Worker threads that read neuron files. They start with the first job and end when idle. */
export class WorkerPool<
  J extends Job = CatalogJob,
  A extends AnswersTo<J> = CatalogAnswers & AnswersTo<J>,
> {
  readonly size: number;
  readonly #program: ThreadProgram;
  readonly #limits: PoolLimits;
  readonly #onEnd: (reason: string, job: J | undefined) => void;
  readonly #members = new Set<Member<J>>();
  readonly #queue: Pending<J>[] = [];
  #nextId = 1;
  #failures = 0;
  #disposed = false;

  /** `onEnd` is called for each unexpected exit, with the job. */
  constructor(
    program: ThreadProgram,
    onEnd: (reason: string, job: J | undefined) => void = () => undefined,
    limits: PoolLimits = {},
  ) {
    this.size = limits.size ?? Math.min(mostWorkers, processors);
    this.#limits = limits;
    this.#program = program;
    this.#onEnd = onEnd;
  }

  /** The current number of threads. */
  get threads(): number {
    return this.#members.size;
  }

  /**
   * Rejects with a `FileError`, with `WorkerEnded`, or with an `Error` for any other fault. A job
   * is skipped if its signal is aborted before its turn.
   */
  run<T extends J>(job: T, signal?: AbortSignal): Promise<A[T['type']]> {
    if (this.#disposed) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      this.#queue.push({ request: { id: this.#nextId++, job }, signal, resolve, reject });
      this.#assign();
    });
  }

  /** Starts a thread for a job that will come soon. It ends if none comes. */
  prepare(): void {
    if (this.#disposed || this.#members.size > 0) return;
    this.#rest(this.#start());
  }

  dispose(): void {
    this.#disposed = true;
    for (const member of this.#members) this.#stop(member);
    for (const { reject } of this.#queue.splice(0)) reject(stopped());
  }

  #assign(): void {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      if (next.signal?.aborted) {
        this.#queue.shift();
        next.reject(next.signal.reason as Error);
        continue;
      }
      const member = this.#freeMember();
      if (!member) return;
      clearTimeout(member.idle);
      member.job = this.#queue.shift()!;
      member.thread.post(member.job.request);
      this.#limit(member);
    }
  }

  #freeMember(): Member<J> | undefined {
    for (const member of this.#members) if (!member.job) return member;
    return this.#members.size < this.size ? this.#start() : undefined;
  }

  #start(): Member<J> {
    const thread = new Thread(this.#program, {
      onMessage: (response) => this.#onMessage(member, response as Response),
      onEnd: (reason) => this.#ended(member, reason),
    });
    const member: Member<J> = {
      thread,
      isReady: false,
      job: undefined,
      timer: undefined,
      idle: undefined,
    };
    this.#members.add(member);
    return member;
  }

  #onMessage(member: Member<J>, response: Response): void {
    if ('ready' in response) {
      member.isReady = true;
      this.#failures = 0;
    } else this.#settle(member, response);
  }

  #settle(member: Member<J>, response: Exclude<Response, { ready: true }>): void {
    const { job } = member;
    clearTimeout(member.timer);
    member.job = undefined;
    this.#rest(member);
    if ('ok' in response) job?.resolve(response.ok as never);
    else if ('fileError' in response) {
      const { path, reason, transient } = response.fileError;
      job?.reject(new FileError(path, reason, { transient }));
    } else if ('formatError' in response) {
      const { reason, file, offset, code } = response.formatError;
      job?.reject(new FormatError(reason, { file, offset }, code));
    } else if ('notOpen' in response) job?.reject(new NotOpenError(response.notOpen));
    else job?.reject(new Error(response.error));
    this.#assign();
  }

  #rest(member: Member<J>): void {
    member.thread.rest();
    member.idle = startTimer(() => this.#stop(member), this.#limits.idleTime ?? usualIdleTime);
  }

  #limit(member: Member<J>): void {
    const { longestJob } = this.#limits;
    if (longestJob === undefined) return;
    member.timer = startTimer(() => {
      this.#ended(member, `it took longer than ${longestJob / 1000} s`, true);
      member.thread.stop();
    }, longestJob);
  }

  #ended(member: Member<J>, reason: string, tookTooLong = false): void {
    clearTimeout(member.timer);
    if (!this.#members.delete(member)) return;
    const error = new WorkerEnded(reason, tookTooLong);
    this.#onEnd(reason, member.job?.request.job);
    member.job?.reject(error);
    // If every new worker fails to start, starting more is useless.
    if (!member.isReady && ++this.#failures > mostRestarts)
      for (const { reject } of this.#queue.splice(0)) reject(error);
    this.#assign();
  }

  #stop(member: Member<J>): void {
    clearTimeout(member.idle);
    clearTimeout(member.timer);
    this.#members.delete(member);
    member.job?.reject(stopped());
    member.thread.stop();
  }
}
