import type { CatalogReader, FileReading, LayerListing } from '../catalog/build/catalogReader.ts';
import { failedRow, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import { type FileCheck, fileProblem } from '../check/fileCheck.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { FileError, type FileSource, unreadable } from '../files/fileSource.ts';
import type { Group } from '../model/unit.ts';
import { runOnFiles, tryTwice } from './endedWorkers.ts';
import { type BytesWork, SourceFiles } from './sourceFiles.ts';
import type { WorkerEnded, WorkerPool } from './workerPool.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { Checker } from '../check/checkDirectory.ts';

/** The files of a directory on disk, read by worker threads. */
export class PoolFiles implements LayerFiles {
  readonly #pool: WorkerPool;
  readonly #disk: FileSource;
  readonly #path: string;

  constructor(pool: WorkerPool, disk: FileSource, path: string) {
    this.#pool = pool;
    this.#disk = disk;
    this.#path = path;
  }

  get parallel(): number {
    // One job runs and one waits per thread, so that no thread is idle.
    return 2 * this.#pool.size;
  }

  list(layer: Group, known?: number): Promise<LayerListing | undefined> {
    const job = { type: 'list', directory: this.#path, layerKey: layer.key, known } as const;
    return tryTwice(
      () => this.#pool.run(job),
      ({ message }) => {
        // No file is the cause: threads end when memory runs out, which may pass.
        const folder = this.#pathOf(layer.key);
        throw new FileError(folder, `listing failed: ${message}`, { transient: true });
      },
    );
  }

  read(
    _layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    return runOnFiles(
      keys,
      (some) => this.#pool.run({ type: 'read', directory: this.#path, keys: some, how }),
      async (key, error) => {
        const stamp = await this.#disk.stat(this.#pathOf(key)).catch(() => unreadable);
        return { key, stamp, row: rowOfEnded(error) };
      },
    );
  }

  check(keys: readonly string[]): Promise<readonly FileCheck[]> {
    return runOnFiles(
      keys,
      (some) => this.#pool.run({ type: 'check', directory: this.#path, keys: some }),
      (_, error) => checkOfEnded(error),
    );
  }

  #pathOf(key: string): string {
    return this.#disk.join(this.#path, openai.pathOf(key));
  }
}

/** Threads that are sent the bytes of files. */
export function poolBytes(pool: WorkerPool): BytesWork {
  return {
    decodeRow: (bytes, key) =>
      tryTwice(() => pool.run({ type: 'decodeRow', bytes, key }), rowOfEnded),
    check: (bytes, key) =>
      tryTwice(() => pool.run({ type: 'checkBytes', bytes, key }), checkOfEnded),
  };
}

function rowOfEnded({ message }: WorkerEnded): NeuronRow {
  return failedRow(new Error(`reading failed: ${message}`));
}

function checkOfEnded({ message }: WorkerEnded): FileCheck {
  return fileProblem('unreadable', `Check failed: ${message}.`);
}

/** The files of a directory's layers, to list, read and check: what any kind of worker provides. */
export interface LayerFiles extends CatalogReader, Checker {}

/** Threads read the disk. If only the extension host can read a file, it sends them the bytes. */
export function layerFiles(
  pool: WorkerPool,
  { source, path }: Pick<ExplanationDirectory, 'source' | 'path'>,
): LayerFiles {
  return source.onDisk
    ? new PoolFiles(pool, source, path)
    : new SourceFiles(source, path, poolBytes(pool));
}
