import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileError } from '../files/fileSource.ts';
import type { Answers, Job, Request, Response, WorkerOptions } from './messages.ts';

/** More than that wait for the disk. */
const mostWorkers = 8;
/** How often a worker that ends by itself is replaced, in a row without a job done. */
const mostRestarts = 3;
/** A thread that has nothing to do for so long, in milliseconds, ends: jobs that come now and then keep one only. */
const idleTime = 30_000;

interface Pending {
  readonly request: Request;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly worker: Worker;
  job: Pending | undefined;
  /** Ends it once it was idle for long enough. */
  idle: ReturnType<typeof setTimeout> | undefined;
}

/** The worker itself came to an end over a job: it is the job that did it, or memory is short. */
export class WorkerEnded extends Error {}

/** Nobody's doing but ours. */
const stopped = () => new Error('the workers have been stopped');

/** Worker threads that read neuron files. They start with the first job, and end when there has been none for a while. */
export class WorkerPool {
  readonly size = Math.max(1, Math.min(mostWorkers, availableParallelism()));
  readonly #script: string | URL;
  readonly #options: WorkerOptions;
  readonly #onEnd: (reason: string, job: Job | undefined) => void;
  readonly #members = new Set<Member>();
  readonly #queue: Pending[] = [];
  #nextId = 1;
  #failures = 0;
  #disposed = false;

  /** `script` is the entry of a worker; `options` what it is given. `onEnd` is told of each that ended by itself, and over which job. */
  constructor(
    script: string | URL,
    options: WorkerOptions,
    onEnd: (reason: string, job: Job | undefined) => void = () => undefined,
  ) {
    this.#script = script;
    this.#options = options;
    this.#onEnd = onEnd;
  }

  /** The number of threads now. */
  get threads(): number {
    return this.#members.size;
  }

  /** Rejects with a `FileError`, with `WorkerEnded`, or with an `Error` for any other fault. */
  run<T extends Job>(job: T): Promise<Answers[T['type']]> {
    if (this.#disposed) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      this.#queue.push({ request: { id: this.#nextId++, job }, resolve, reject });
      this.#assign();
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const member of this.#members) this.#stop(member);
    for (const { reject } of this.#queue.splice(0)) reject(stopped());
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const member = this.#freeMember();
      if (!member) return;
      clearTimeout(member.idle);
      member.job = this.#queue.shift()!;
      // What waits for an answer keeps the program running, an idle thread does not.
      member.worker.ref();
      member.worker.postMessage(member.job.request);
    }
  }

  #freeMember(): Member | undefined {
    for (const member of this.#members) if (!member.job) return member;
    return this.#members.size < this.size ? this.#start() : undefined;
  }

  #start(): Member {
    const worker = new Worker(this.#script, { workerData: this.#options });
    const member: Member = { worker, job: undefined, idle: undefined };
    this.#members.add(member);
    worker.on('message', (response: Response) => this.#settle(member, response));
    let reason = 'it ended';
    worker.on('error', (error) => (reason = String(error)));
    worker.on('exit', () => this.#ended(member, reason));
    return member;
  }

  #settle(member: Member, response: Response): void {
    const { job } = member;
    member.job = undefined;
    member.worker.unref();
    member.idle = setTimeout(() => this.#stop(member), idleTime);
    member.idle.unref();
    this.#failures = 0;
    if ('ok' in response) job?.resolve(response.ok as never);
    else if ('fileError' in response) {
      const { path, reason, transient } = response.fileError;
      job?.reject(new FileError(path, reason, { transient }));
    } else job?.reject(new Error(response.error));
    this.#assign();
  }

  #ended(member: Member, reason: string): void {
    if (!this.#members.delete(member)) return;
    const error = new WorkerEnded(reason);
    this.#onEnd(reason, member.job?.request.job);
    member.job?.reject(error);
    // Where every new one ends at once there is no use in starting more.
    if (++this.#failures > mostRestarts)
      for (const { reject } of this.#queue.splice(0)) reject(error);
    this.#assign();
  }

  #stop(member: Member): void {
    clearTimeout(member.idle);
    this.#members.delete(member);
    member.job?.reject(stopped());
    void member.worker.terminate();
  }
}
