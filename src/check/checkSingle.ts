import { placeOfKey } from '../dialects/openai/keys.ts';
import { FileError, type FileSource, largestFile } from '../files/fileSource.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import type { GroupedUnit } from '../model/unit.ts';
import { checkFile, type FileCheck, fileProblem, tooLargeCheck } from './checkFile.ts';
import { type Report, ReportMaker } from './report.ts';

/** Checks the content of a neuron's file. The key is undefined outside a directory. */
export type CheckBytes = (
  bytes: Uint8Array,
  key: string | undefined,
) => FileCheck | Promise<FileCheck>;

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
  maker.add(neuron?.group, name, await checkAt(source, path, neuron?.unit.key));
  return { ...maker.report(false), file: path };
}

/**
 * Checks the file at a path. Its bytes may be checked elsewhere. Unreadable files give a finding,
 * deleted ones give none.
 */
export async function checkAt(
  source: FileSource,
  path: string,
  key: string | undefined,
  check: CheckBytes = checkBytes,
): Promise<FileCheck> {
  try {
    const stamp = await source.stat(path);
    if (stamp && stamp.size > largestFile) return tooLargeCheck;
    const bytes = await source.readFile(path);
    return bytes ? await check(bytes, key) : { findings: [], counts: {} };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return fileProblem('unreadable', `${error.reason}.`);
  }
}

/** As `CheckBytes`, in this thread. Never throws. */
export function checkBytes(bytes: Uint8Array, key: string | undefined): FileCheck {
  return checkFile(bytes, key === undefined ? undefined : placeOfKey(key));
}
