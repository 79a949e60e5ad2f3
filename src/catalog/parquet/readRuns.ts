import type { AsyncBuffer } from 'hyparquet';
import type { ScoreKind } from '../../model/score.ts';
import { visible } from '../../text/display.ts';
import { problemsKept } from '../rows/neuronRow.ts';
import { concat } from '../slices.ts';
import { type Columns, readColumns } from './columns.ts';
import type { FileVersion } from './fileVersion.ts';
import { checkGroup, type Footer, footerStart, type Group, readFooter } from './readFooter.ts';

/** Bytes read from the end of a file at once. Most footers are shorter, and small files, too. */
const tailSize = 1 << 17;
/** Row groups are read together up to this size in bytes. */
const runSize = 1 << 22;
/** Bytes between row groups that cost less than another request. */
const largestGap = 1 << 16;

/** A part of the file with row groups, which is read at once. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
}
type ReadRun = Run & { readonly bytes: Uint8Array };

/** The footer of a file; and the file as `version`, or as the bytes that are read already. */
export async function readEnd(
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
export async function* readAhead(
  groups: readonly Group[],
  version: FileVersion,
): AsyncGenerator<ReadRun> {
  const runs = runsOf(groups);
  const read = (run: Run | undefined) => run && version.read(run.start, run.end);
  let next = read(runs[0]);
  for (const [i, run] of runs.entries()) {
    const bytes = (await next)!;
    next = read(runs[i + 1]);
    // It may fail after its result is no longer needed.
    next?.catch(() => {});
    yield { ...run, bytes };
  }
}

export async function columnsOf(
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
  const { failure, problems } = columns;
  return {
    ...columns,
    failure: failure.map((text) => text && visible(text)),
    problems: problems.map(harmless),
  };
}

/** Our own sentences are shown as they are. These may be somebody else's. */
function harmless(lines: string | null | undefined): string | undefined {
  return lines?.split('\n', problemsKept).map(visible).join('\n');
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
