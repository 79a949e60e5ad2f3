import {
  FileError,
  type FileSource,
  type FileStamp,
  readBounded,
  sameStamp,
} from '../../files/fileSource.ts';
import type { DecodedSibling } from '../../format/siblingFile.ts';
import type { SiblingKind } from '../../format/siblingPaths.ts';
import { NotOpenError } from '../../workers/messages.ts';
import { tryTwice } from '../../workers/endedWorkers.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { Superseded } from '../../panels/superseded.ts';
import type { LocatedNeuron } from './content.ts';
import type { NeuronAnswers, NeuronJob, OpenedNeuron, StampedFile } from './neuronJobs.ts';

/** The pool that reads for pages. */
export type PagePool = WorkerPool<NeuronJob, NeuronAnswers>;

/** The file or type of a job, for the log. */
export function describeNeuronJob(job: NeuronJob): string {
  return job.type === 'open' || job.type === 'relatedData'
    ? `at ${job.file.path}`
    : `at a job “${job.type}”`;
}

/** In bytes. Reading a larger file ahead would delay what the page asks for. */
const mostAhead = 4e6;

/** A neuron that is likely to be opened next. */
interface Ahead {
  readonly source: FileSource;
  readonly path: string;
  /** From before the file was read. */
  readonly stamp: FileStamp;
  readonly opening: Promise<OpenNeuron>;
}

/**
 * Reads and decodes in a worker, so that a hostile file cannot block the host.
 * All methods reject as `WorkerPool.run` does.
 */
export class NeuronReader {
  readonly #pool: PagePool;
  #nextKey = 1;
  #ahead: Ahead | undefined;

  /** `pool` must have one worker, which holds the decoded neurons. */
  constructor(pool: PagePool) {
    this.#pool = pool;
  }

  /** Starts the worker, which takes longer than to read a file. */
  prepare(): void {
    this.#pool.prepare();
  }

  /**
   * Rejects with a `FormatError` or `FileError` that names the file.
   * An aborted signal cancels it only while it is queued.
   */
  async open(
    source: FileSource,
    path: string,
    at: LocatedNeuron,
    signal?: AbortSignal,
  ): Promise<OpenNeuron> {
    return (await this.#takeAhead(source, path)) ?? this.#read(source, path, at, signal);
  }

  /**
   * Opens the neuron that `open` is likely to be asked for next, in place of an earlier one. Does
   * nothing for a large file. `open` reads the file again if it has changed. Never rejects.
   */
  async readAhead(source: FileSource, path: string, at: LocatedNeuron): Promise<void> {
    // A store sends a file in the time that it needs to tell its size.
    if (source.isRemote) return;
    const stamp = await source.stat(path).catch(() => undefined);
    if (!stamp || stamp.size > mostAhead) return;
    this.#drop(this.#ahead);
    const ahead = { source, path, stamp, opening: this.#read(source, path, at) };
    this.#ahead = ahead;
    await ahead.opening.catch(() => undefined);
  }

  async #takeAhead(source: FileSource, path: string): Promise<OpenNeuron | undefined> {
    const ahead = this.#ahead;
    if (ahead?.source !== source || ahead.path !== path) return undefined;
    this.#ahead = undefined;
    const now = await source.stat(path).catch(() => undefined);
    if (now && sameStamp(now, ahead.stamp)) return ahead.opening.catch(() => undefined);
    this.#drop(ahead);
    return undefined;
  }

  #drop(ahead: Ahead | undefined): void {
    ahead?.opening.then(
      (open) => open.close(),
      () => undefined,
    );
  }

  async #read(
    source: FileSource,
    path: string,
    at: LocatedNeuron,
    signal?: AbortSignal,
  ): Promise<OpenNeuron> {
    const key = this.#nextKey++;
    let stamp: FileStamp | undefined;
    const open = async (signal?: AbortSignal) => {
      const file = await fileToRead(source, path);
      if (!file) throw new FileError(path, 'no such file');
      stamp ??= file.stamp;
      return this.#pool.run({ type: 'open', key, file, at }, signal);
    };
    const opened = await tryTwice(() => open(signal));
    return new OpenNeuron(this.#pool, key, { ...opened, stamp }, open);
  }

  /** Undefined if there is no such file. */
  async relatedData(
    source: FileSource,
    path: string,
    kind: SiblingKind,
  ): Promise<DecodedSibling | undefined> {
    const file = await fileToRead(source, path);
    if (!file) return undefined;
    const job = { type: 'relatedData', kind, file } as const;
    return (await tryTwice(() => this.#pool.run(job))) ?? undefined;
  }
}

type Question = Exclude<NeuronJob, { type: 'open' | 'close' | 'relatedData' }>;
/** How often to open neurons again for one question. A comparison has two. */
const mostOpenings = 2;

/** A neuron decoded in the worker. Opens it again if the worker has dropped it. */
export class OpenNeuron implements OpenedNeuron {
  readonly key: number;
  readonly document: OpenedNeuron['document'];
  readonly first: OpenedNeuron['first'];
  /** That of the file, if it came with its bytes. */
  readonly stamp: FileStamp | undefined;
  readonly #pool: PagePool;
  readonly #open: () => Promise<OpenedNeuron>;

  constructor(
    pool: PagePool,
    key: number,
    { document, first, stamp }: OpenedNeuron & { readonly stamp: FileStamp | undefined },
    open: () => Promise<OpenedNeuron>,
  ) {
    this.#pool = pool;
    this.key = key;
    this.document = document;
    this.first = first;
    this.stamp = stamp;
    this.#open = open;
  }

  /** `other` is the second neuron of a comparison. */
  ask<T extends Question>(question: T, other?: OpenNeuron): Promise<NeuronAnswers[T['type']]> {
    return tryTwice(() => this.#askOnce(question, other));
  }

  /** Lets the worker drop the neuron. A pending question opens it again. */
  close(): void {
    if (this.#pool.threads > 0)
      this.#pool.run({ type: 'close', key: this.key }).catch(() => undefined);
  }

  async #askOnce<T extends Question>(
    question: T,
    other?: OpenNeuron,
  ): Promise<NeuronAnswers[T['type']]> {
    for (let openings = 0; ; openings++) {
      try {
        return await this.#pool.run(question);
      } catch (error) {
        if (!(error instanceof NotOpenError) || openings === mostOpenings) throw error;
        await (error.key === other?.key ? other : this).#openAgain();
      }
    }
  }

  async #openAgain(): Promise<void> {
    const { document } = await this.#open();
    if (JSON.stringify(document) !== JSON.stringify(this.document))
      throw new Superseded('The file has changed and is being reloaded.');
  }
}

/** The worker only reads the local disk. Undefined if there is no such file. */
export async function fileToRead(
  source: FileSource,
  path: string,
): Promise<StampedFile | undefined> {
  if (source.onDisk) return { path, bytes: undefined, stamp: undefined };
  if (source.isRemote && source.readPart) {
    const part = await source.readPart(path);
    return part && { path, ...part };
  }
  const bytes = await readBounded(source, path);
  return bytes && { path, bytes, stamp: undefined };
}
