import type { CatalogReader } from '../catalog/build/catalogReader.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { Checker } from '../check/checkDirectory.ts';
import { SourceChecker } from '../check/sourceChecker.ts';
import { checkOfEnded, PoolChecker } from './poolChecker.ts';
import { PoolReader, rowOfEnded } from './poolReader.ts';
import { SourceReader } from './sourceReader.ts';
import type { WorkerPool } from './workerPool.ts';

type Place = Pick<ExplanationDirectory, 'source' | 'path'>;

/**
 * A reader for a directory: threads, which are sent the bytes if only the extension host can read
 * them.
 */
export function readerOf(pool: WorkerPool, { source, path }: Place): CatalogReader {
  return source.onDisk
    ? new PoolReader(pool, path)
    : new SourceReader(source, path, (bytes, key) =>
        pool.runTwice({ type: 'decodeRow', bytes, key }).catch(rowOfEnded),
      );
}

/** A checker, likewise. */
export function checkerOf(pool: WorkerPool, { source, path }: Place): Checker {
  return source.onDisk
    ? new PoolChecker(pool, path)
    : new SourceChecker(source, path, (bytes, key) =>
        pool.runTwice({ type: 'checkBytes', bytes, key }).catch(checkOfEnded),
      );
}
