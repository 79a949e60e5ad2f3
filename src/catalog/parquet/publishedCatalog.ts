import type { AsyncBuffer } from 'hyparquet';
import type { ScoreKind } from '../../model/score.ts';
import { FileError, type FileStamp } from '../../files/fileSource.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { whileHeld } from '../rows/whileHeld.ts';
import { breathe, concat } from '../slices.ts';
import { addRows, type Columns, type Placed, readColumns } from './columns.ts';
import {
  ChangedFile,
  type FileVersion,
  openVersion,
  type StampedFile,
  stampOf,
} from './fileVersion.ts';
import { checkGroup, type Footer, footerStart, type Group, readFooter } from './readFooter.ts';
import { reader, readerKey, valueOf } from './schema.ts';

export { findPublishedCatalog } from './findCatalog.ts';

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of the files that are done, and of all files. */
  readonly progress?: (done: number, all: number) => void;
}

/** Bytes read from the end of a file at once. Most footers are shorter, and small files, too. */
const tailSize = 1 << 17;
/** Row groups are read together up to this size in bytes. */
const runSize = 1 << 22;
/** Bytes between row groups that cost less than another request. */
const largestGap = 1 << 16;

/**
 * Loads a published catalog into `directory.catalog`, in slices, file by file. Reads in the
 * background lane: the footer of a file first, then ranges with only the columns that are needed.
 * A file that changes meanwhile is read once more.
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
  let before = 0;
  await whileHeld([directory.catalog], async () => {
    for (const file of files) {
      const { size } = file.stamp;
      await new FileLoad(directory, signal, (done) =>
        progress?.(before + Math.min(done, size), all),
      ).run(file);
      before += size;
      progress?.(before, all);
    }
  });
}

/** Loads one file. */
class FileLoad {
  readonly #directory: ExplanationDirectory;
  readonly #signal: AbortSignal | undefined;
  readonly #progress: (done: number) => void;
  /** The rows that it added. Another version of the file replaces them. */
  readonly #added = new Set<number>();

  constructor(
    directory: ExplanationDirectory,
    signal: AbortSignal | undefined,
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
      for await (const run of readAhead(runsOf(footer.groups), rest)) {
        for (const group of run.groups) {
          const columns = await columnsOf(footer, group, run, catalog.scoreKinds);
          this.#signal?.throwIfAborted();
          for (const id of await addRows(columns, this.#directory.dialect, catalog, place))
            this.#added.add(id);
          await breathe();
        }
        this.#progress(run.end);
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

/** A part of the file with row groups, which is read at once. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
}
type ReadRun = Run & { readonly bytes: Uint8Array };

/** The footer of a file; and the file as `version`, or as the bytes that are read already. */
async function readEnd(
  version: FileVersion,
  scoreKinds: readonly ScoreKind[],
): Promise<{ footer: Footer; rest: FileVersion }> {
  const { size } = version;
  const from = Math.max(0, size - tailSize);
  const tail = size === 0 ? new Uint8Array() : await version.read(from, size);
  const start = footerStart(tail, size);
  const bytes =
    start < from
      ? await concat([await version.read(start, from), tail])
      : tail.subarray(start - from);
  const footer = readFooter(bytes, size, scoreKinds);
  const read = (first: number, end: number) => Promise.resolve(tail.subarray(first, end));
  return { footer, rest: from === 0 ? { size, read } : version };
}

/** Joins row groups that are near each other: their columns that are not read are short. */
function runsOf(groups: readonly Group[]): Run[] {
  const runs: { start: number; end: number; groups: Group[] }[] = [];
  for (const group of groups) {
    const { start, end } = group;
    const last = runs.at(-1);
    if (last && start - last.end <= largestGap && end - last.start <= runSize) {
      last.groups.push(group);
      last.end = end;
    } else runs.push({ start, end, groups: [group] });
  }
  return runs;
}

/** Reads each run while the one before it is worked on. */
async function* readAhead(runs: readonly Run[], version: FileVersion): AsyncGenerator<ReadRun> {
  const read = (run: Run | undefined) => run && version.read(run.start, run.end);
  let next = read(runs[0]);
  for (const [i, run] of runs.entries()) {
    const bytes = (await next)!;
    next = read(runs[i + 1]);
    // It may fail when nobody waits for it any more.
    next?.catch(() => {});
    yield { ...run, bytes };
  }
}

async function columnsOf(
  { metadata }: Footer,
  group: Group,
  { start, bytes }: ReadRun,
  scoreKinds: readonly ScoreKind[],
): Promise<Columns> {
  checkGroup(group, bytes.subarray(group.start - start, group.end - start));
  const file: AsyncBuffer = {
    byteLength: start + bytes.length,
    // A copy, which the `slice` of a Node buffer is not.
    slice: (first, end) => new Uint8Array(bytes.subarray(first - start, end! - start)).buffer,
  };
  const columns = await readColumns(file, metadata, group.rowGroup, scoreKinds);
  checkShape(columns);
  return columns;
}

/** Throws an `Error` unless each row is whole: lists of the same length, texts and sizes. */
function checkShape(columns: Columns): void {
  const { path, size, problem_count: problems, explanation, sequences } = columns;
  const lists = [explanation, ...columns.scores, sequences, columns.tokens];
  for (const [i, key] of path.entries()) {
    const texts = explanation[i];
    const holds =
      typeof key === 'string' &&
      Number.isSafeInteger(Number(size[i])) &&
      Number(size[i]) >= 0 &&
      problems[i]! >= 0 &&
      lists.every((list) => Array.isArray(list[i]) && list[i].length === texts!.length) &&
      texts!.every((text) => typeof text === 'string');
    if (!holds) throw new Error(`expected a whole row, found a part of one: ${key}`);
  }
}

/** As a `FileError`, if it is about what is in the file. */
function explained(error: unknown, path: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof ChangedFile || error instanceof FileError) return error;
  const { message } = error as Error;
  const reason = `it is not a catalog of this version, or it is damaged: ${message}. Export it again`;
  return new FileError(path, reason, { cause: error });
}
