import type { CatalogReader } from '../catalog/build/catalogReader.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { Checker } from '../check/checkDirectory.ts';
import { poolBytes, PoolFiles } from './poolFiles.ts';
import { SourceFiles } from './sourceFiles.ts';
import type { WorkerPool } from './workerPool.ts';

/** The files of a directory's layers, to list, read and check: what any kind of worker provides. */
export interface LayerFiles extends CatalogReader, Checker {}

/** Threads read the disk. If only the extension host can read a file, it sends them the bytes. */
export function layerFiles(
  pool: WorkerPool,
  { source, path }: Pick<ExplanationDirectory, 'source' | 'path'>,
): LayerFiles {
  return source.onDisk ? new PoolFiles(pool, path) : new SourceFiles(source, path, poolBytes(pool));
}
