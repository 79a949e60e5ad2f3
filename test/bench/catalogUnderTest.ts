import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Catalog } from '../../src/catalog/rows/catalog.ts';
import { CatalogBuilder } from '../../src/catalog/build/catalogBuilder.ts';
import type { CatalogReader } from '../../src/catalog/build/catalogReader.ts';
import { ExplanationDirectory } from '../../src/catalog/rows/explanationDirectory.ts';
import { parseQuery } from '../../src/catalog/search/query.ts';
import { searchForgivingly } from '../../src/catalog/search/nearestWords.ts';
import type { DeclaredRange } from '../../src/dialects/openai/declaredFiles.ts';
import { openai } from '../../src/dialects/openai/dialect.ts';
import { folderOnDisk } from '../../src/platform/node/disk.ts';
import { localFileSource } from '../../src/platform/node/localFileSource.ts';
import { CatalogFiles } from '../../src/workers/catalogFile.ts';
import { PoolFiles } from '../../src/workers/poolFiles.ts';
import { WorkerPool } from '../../src/workers/workerPool.ts';
import { compareOnce, comparePause, compareShare, Rounds } from '../../src/workspace/rounds.ts';
import { benchFolder } from './data/folder.ts';
import type { MadeUpEntry } from './data/rows.ts';
import { ListedFiles } from './listedReader.ts';
import type { OpenCatalog } from './measures/needs.ts';

/** The catalog of the extension, from its bundles in `dist`, without VS Code. */

const dist = join(import.meta.dirname, '../../dist');
const storage = join(benchFolder, 'catalogs');
const files = new CatalogFiles(folderOnDisk(storage));
let pool: WorkerPool | undefined;

/** As in the extension, one for the whole program. */
const workers = () =>
  (pool ??= new WorkerPool({
    script: join(dist, 'worker.mjs'),
    scanner: join(dist, 'scanner.wasm'),
  }));

export async function buildCatalog(folder: string): Promise<number> {
  return explanationCount((await built(folder)).catalog);
}

/** Stops when every neuron has a first answer: exact rows come only after all of these. */
export async function provisionalAnswers(folder: string): Promise<number> {
  const directory = directoryOf(folder);
  const { catalog } = directory;
  await new Promise<void>((resolve) => {
    const builder = builderOf(directory, () => {
      if (!builder.listed || catalog.tally('listed') > 0 || builder.paused) return;
      builder.pause();
      resolve();
    });
    void builder.start();
  });
  return catalog.tally('provisional') + catalog.tally('exact');
}

/** Delay of this thread's tasks while a catalog is built and saved: 99th percentile, in ms. */
export async function delayWhileBuilding(folder: string): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await storeCatalog(folder);
  delay.disable();
  return delay.percentile(99) / 1e6;
}

export async function storeCatalog(folder: string): Promise<string> {
  return store(await built(folder));
}

export function storeEntries(folder: string, entries: Iterable<MadeUpEntry>): Promise<string> {
  const directory = directoryOf(folder);
  for (const { path, size, modified, row } of entries) {
    const { group } = openai.unit(path)!;
    directory.catalog.set(group, path, { size, modified }, row, 'exact');
  }
  return store(directory);
}

export async function openCatalog(folder: string): Promise<OpenCatalog> {
  const directory = directoryOf(folder);
  await files.load(directory);
  const options = { limit: 200, sort: 'relevance' } as const;
  const search = async (query: string) =>
    (await searchForgivingly([directory], parseQuery(query), options)).total;
  // The first search makes the index of the words.
  await search('violence');
  return {
    texts: () => directory.catalog.explanations.texts,
    search,
    findChanged: () => findChanged(directory),
    close: () => Promise.resolve(),
  };
}

export async function declaredRange(range: DeclaredRange): Promise<ExplanationDirectory> {
  const directory = new ExplanationDirectory('az://a/c', localFileSource, '/c', openai, range);
  const [layer] = await directory.layers();
  await directory.neurons(layer!);
  return directory;
}

/** Milliseconds to find one changed file of an opened catalog; its files are only listed. */
export async function findChangedListed(folder: string): Promise<number> {
  const kept = directoryOf(folder);
  await files.load(kept);
  const { reader, source } = new ListedFiles(kept.catalog);
  const directory = new ExplanationDirectory(kept.uri, source, folder, openai);
  await files.load(directory);
  const start = performance.now();
  const changed = await findChanged(directory, reader);
  if (changed !== 1) throw new Error(`Found ${changed} changed files in place of 1`);
  return performance.now() - start;
}

/** How long the rounds are timed, in milliseconds. */
const comparedFor = 60_000;

/** Counts all threads. The first rounds, which have no digests, are not timed. */
export async function shareOfComparing(folder: string): Promise<number> {
  const directory = directoryOf(folder);
  await files.load(directory);
  const builder = builderOf(directory, () => undefined);
  await builder.start();
  await builder.finished();
  await builder.compare(() => false);
  const pace = { pause: () => comparePause.focused, share: compareShare };
  const rounds = new Rounds(() => compareOnce(builder), pace);
  const start = performance.now();
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, comparedFor));
  const { user, system } = process.cpuUsage(before);
  rounds.dispose();
  return (100 * (user + system)) / 1000 / (performance.now() - start);
}

/** How many neurons are not as they were. */
async function findChanged(
  directory: ExplanationDirectory,
  reader?: CatalogReader,
): Promise<number> {
  const { catalog } = directory;
  // In arrays: of millions of objects the time would be that of this check.
  const ids = Uint32Array.from(catalog.layers.flatMap(({ key }) => [...catalog.neuronsOf(key)]));
  const sizes = Float64Array.from(ids, (id) => catalog.stamp(id).size);
  const times = Float64Array.from(ids, (id) => catalog.stamp(id).modified);
  await update(directory, reader);
  let changed = 0;
  for (const [i, id] of ids.entries()) {
    const { size, modified } = catalog.stamp(id);
    if (size !== sizes[i] || modified !== times[i]) changed++;
  }
  return changed;
}

function explanationCount(catalog: Catalog): number {
  let count = 0;
  for (const id of catalog.inOrder()) count += catalog.explanationCount(id);
  return count;
}

async function built(folder: string): Promise<ExplanationDirectory> {
  const directory = directoryOf(folder);
  await update(directory);
  return directory;
}

async function update(directory: ExplanationDirectory, reader?: CatalogReader): Promise<void> {
  const builder = builderOf(directory, () => undefined, reader);
  await builder.start();
  await builder.finished();
}

function builderOf(
  directory: ExplanationDirectory,
  changed: () => void,
  reader: CatalogReader = new PoolFiles(workers(), localFileSource, directory.path),
): CatalogBuilder {
  const failed = (error: unknown) => {
    throw error;
  };
  const listener = { changed, failed, idle: () => undefined };
  return new CatalogBuilder(directory, reader, listener);
}

async function store(directory: ExplanationDirectory): Promise<string> {
  await files.save(directory);
  return join(storage, await files.nameOf(directory));
}

function directoryOf(folder: string): ExplanationDirectory {
  return new ExplanationDirectory(`file://${folder}`, localFileSource, folder, openai);
}
