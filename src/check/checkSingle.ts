import type { FileSource } from '../files/fileSource.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import { type Report, ReportMaker } from './report.ts';
import { checkAt } from './sourceChecker.ts';

/** A file of any name. */
export interface SingleFile {
  readonly path: string;
  /** Paths in the report are relative to it: the explanation directory, if the file is in one. */
  readonly directory: string;
  readonly fileName: string;
  /** From a path `{layer}/{neuron}.jsonl`; otherwise undefined. */
  readonly place:
    { readonly layerName: string; readonly layer: number; readonly neuron: number } | undefined;
}

/** Checks one file. A file that cannot be read is a problem in the report. */
export async function checkSingle(
  source: FileSource,
  { path, directory, fileName, place }: SingleFile,
  ignored: ReadonlySet<ProblemCode>,
): Promise<Report> {
  const maker = new ReportMaker(directory, ignored);
  maker.add(place?.layerName, fileName, await checkAt(source, path, place));
  return { ...maker.report(false), file: path };
}
