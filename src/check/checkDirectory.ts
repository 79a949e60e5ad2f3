import { FileError, type FileSource } from '../files/fileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import type { Group, GroupedUnit } from '../model/unit.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import { checkFile } from './checkFile.ts';
import { checkAt, type FileCheck, fileProblem } from './fileCheck.ts';
import { type Report, ReportMaker } from './report.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';

/** Checks files in this thread or in others. */
export interface Checker {
  /** How many parallel calls are useful. */
  readonly parallel: number;
  /** Results in the order of the keys. Never rejects because of a file's content. */
  check(keys: readonly string[]): Promise<readonly FileCheck[]>;
}

export interface CheckOptions {
  /** The directory's name in the report. */
  readonly name: string;
  /** Only checks the layer with this key. */
  readonly only?: string;
  readonly ignored?: ReadonlySet<ProblemCode>;
  readonly signal?: AbortSignal;
  /** Called now and then; `total` grows while layers are listed. */
  readonly progress?: (checked: number, total: number) => void;
}

/** Files per call. */
const filesAtOnce = 32;

/**
 * Checks every file of an explanation directory. Rejects with a `FileError` if it cannot be listed.
 * A layer that cannot be listed is a problem in the report.
 */
export async function checkDirectory(
  source: FileSource,
  path: string,
  checker: Checker,
  { name, only, ignored, signal, progress }: CheckOptions,
): Promise<Report> {
  const maker = new ReportMaker(name, ignored);
  const tasks: { layer: Group; keys: readonly string[] }[] = [];
  let total = 0;
  for (const layer of await openai.listGroups(source, path)) {
    if (signal?.aborted) break;
    if (only !== undefined && layer.key !== only) continue;
    maker.addLayer(layer);
    try {
      const units = await openai.listUnits(source, path, layer);
      total += units.length;
      for (let i = 0; i < units.length; i += filesAtOnce)
        tasks.push({
          layer,
          keys: units.slice(i, i + filesAtOnce).map(({ key }) => key),
        });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      maker.addUnlisted(layer, fileProblem('unreadable', `${error.reason}.`));
    }
  }
  let next = 0;
  let added = 0;
  const done = new Map<number, readonly FileCheck[]>();
  /** In file order, so that two reports on the same files are equal. */
  const addInOrder = () => {
    for (let checks = done.get(added); checks; checks = done.get(++added)) {
      const { layer, keys } = tasks[added]!;
      for (const [i, key] of keys.entries())
        if (checks[i]) maker.add(layer, openai.pathOf(key), checks[i]);
      done.delete(added);
    }
  };
  const work = async () => {
    while (next < tasks.length && !signal?.aborted) {
      const own = next++;
      const { keys } = tasks[own]!;
      done.set(own, await checker.check(keys));
      addInOrder();
      progress?.(maker.files, total);
    }
  };
  await Promise.all(Array.from({ length: checker.parallel }, work));
  return maker.report(signal?.aborted ?? false);
}

/** A file of any name. */
export interface SingleFile {
  readonly path: string;
  /** Paths in the report are relative to it: the explanation directory, if the file is in one. */
  readonly directory: string;
  /** Its path in `directory`. */
  readonly name: string;
  /** Undefined if it is not in an explanation directory. */
  readonly neuron: GroupedUnit | undefined;
}

/** Checks one file. A file that cannot be read is a problem in the report. */
export async function checkSingle(
  source: FileSource,
  { path, directory, name, neuron }: SingleFile,
  ignored: ReadonlySet<ProblemCode>,
): Promise<Report> {
  const maker = new ReportMaker(directory, ignored);
  maker.add(neuron?.group, name, await checkAt(source, path, neuron?.unit.key, checkBytes));
  return { ...maker.report(false), file: path };
}

/** As `CheckBytes`, in this thread. Never throws. */
export function checkBytes(bytes: Uint8Array, key: string | undefined): FileCheck {
  return checkFile(bytes, key === undefined ? undefined : placeOfKey(key));
}
