import { FileError, type FileStamp } from '../../files/fileSource.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { whileHeld } from '../rows/whileHeld.ts';
import { breathe } from '../slices.ts';
import { addRows, type Placed } from './columns.ts';
import { ChangedFile, openVersion, type StampedFile, stampOf } from './fileVersion.ts';
import { columnsOf, readAhead, readEnd } from './readRuns.ts';
import { reader, readerKey, valueOf } from './schema.ts';

export { findPublishedCatalog } from './findCatalog.ts';

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of the files that are done, and of all files. */
  readonly progress?: (done: number, all: number) => void;
}

/** Files loaded at a time. Most of the time, each waits for an answer. */
const filesAtOnce = 4;

/**
 * Loads a published catalog into `directory.catalog`, in slices. Reads in the background lane: the
 * footer of a file first, then ranges with only the columns that are needed. A file that changes
 * meanwhile is read once more.
 *
 * The rows are those of the disk where the catalog was written, and so are the times of their files
 * there: here these times are unknown. A file is taken for the same if its size is (`sameStamp`).
 * So a row is exact until a listing shows another size. If a listing has shown one before, or if
 * another version of the reader made the row, it is provisional. Rows already in the catalog stay:
 * they are from the files themselves.
 *
 * Rejects with a `FileError` that names the file if it cannot be read, is damaged, has another
 * table or version, or changes again. Rows that were added until then stay. Rejects with the
 * signal's reason if that is aborted.
 */
export async function loadPublishedCatalog(
  directory: ExplanationDirectory,
  files: readonly StampedFile[],
  { signal, progress }: LoadOptions = {},
): Promise<void> {
  const all = files.reduce((sum, { stamp }) => sum + stamp.size, 0);
  let done = 0;
  // The first failure stops the other files.
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const rest = files.values();
  const loadRest = async () => {
    for (const file of rest) {
      either.throwIfAborted();
      let before = 0;
      const report = (now: number) => {
        done += now - before;
        before = now;
        progress?.(done, all);
      };
      await new FileLoad(directory, either, report).run(file);
      report(file.stamp.size);
    }
  };
  await whileHeld([directory.catalog], async () => {
    const loads = Array.from({ length: filesAtOnce }, loadRest);
    await Promise.all(loads.map((load) => load.catch((error: unknown) => stop.abort(error))));
  });
  either.throwIfAborted();
}

/** Loads one file. */
class FileLoad {
  readonly #directory: ExplanationDirectory;
  readonly #signal: AbortSignal;
  readonly #progress: (done: number) => void;
  /** The rows that it added. Another version of the file replaces them. */
  readonly #added = new Set<number>();

  constructor(
    directory: ExplanationDirectory,
    signal: AbortSignal,
    progress: (done: number) => void,
  ) {
    this.#directory = directory;
    this.#signal = signal;
    this.#progress = progress;
  }

  async run(file: StampedFile): Promise<void> {
    const { path } = file;
    try {
      await this.#load(file);
    } catch (error) {
      if (!(error instanceof ChangedFile)) throw error;
      const stamp = await stampOf(this.#directory.source, path, this.#signal);
      if (!stamp) throw new FileError(path, 'it was deleted while it was read');
      await this.#load({ path, stamp }).catch((again: unknown) => {
        if (!(again instanceof ChangedFile)) throw again;
        const reason = 'it changed again while it was read. Load it again when it is complete';
        throw new FileError(path, reason, { transient: true });
      });
    }
  }

  async #load(file: StampedFile): Promise<void> {
    const { source, catalog } = this.#directory;
    const version = await openVersion(source, file, this.#signal);
    try {
      const { footer, rest } = await readEnd(version, catalog.scoreKinds);
      const isSameReader = valueOf(footer.metadata, readerKey) === reader;
      const place = (known: number | undefined, stamp: FileStamp) =>
        this.#place(known, stamp, isSameReader);
      for await (const run of readAhead(footer.groups, rest)) {
        for (const group of run.groups) {
          const columns = await columnsOf(footer, group, run, catalog.scoreKinds);
          this.#signal.throwIfAborted();
          for (const id of await addRows(columns, this.#directory.dialect, catalog, place))
            this.#added.add(id);
          await breathe();
        }
        this.#progress(Math.min(run.end, file.stamp.size));
      }
    } catch (error) {
      throw explained(error, file.path, this.#signal);
    }
  }

  #place(
    known: number | undefined,
    { size }: FileStamp,
    isSameReader: boolean,
  ): Placed | undefined {
    const { catalog } = this.#directory;
    const state = isSameReader ? 'exact' : 'provisional';
    const isListed = known !== undefined && catalog.state(known) === 'listed';
    if (known !== undefined && !isListed && !this.#isOwn(known)) return undefined;
    if (!isListed || catalog.isKeyOnly(known)) return { stamp: { size, modified: 0 }, state };
    const stamp = catalog.stamp(known);
    return { stamp, state: stamp.size === size ? state : 'provisional' };
  }

  /** Whether this load added a row that was neither listed nor read since. */
  #isOwn(id: number): boolean {
    return this.#added.has(id) && this.#directory.catalog.stamp(id).modified === 0;
  }
}

/** As a `FileError`, if it is about what is in the file. */
function explained(error: unknown, path: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ChangedFile || error instanceof FileError) return error;
  const { message } = error as Error;
  const reason = `it is not a catalog of this version, or it is damaged: ${message}. Export it again`;
  return new FileError(path, reason, { cause: error });
}
