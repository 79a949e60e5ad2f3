import type { FileSource } from '../files/fileSource.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import type { GroupedUnit } from '../model/unit.ts';
import { type Report, ReportMaker } from './report.ts';
import { checkAt } from './sourceChecker.ts';

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
