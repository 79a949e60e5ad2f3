import {
  FileError,
  type FileSource,
  type ReadOptions,
  readBounded,
  tooLarge,
} from '../files/fileSource.ts';
import { type ProblemCode, problemKinds, type Severity } from '../format/problemCodes.ts';

/** A position as editors count it: line and column from 0, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A problem in a file, with its position. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** Readable, such as `scored_explanations[0].explanation`; empty for the whole file. */
  readonly path: string;
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** The problems of a file. */
export interface FileCheck {
  /** In file order, at most `findingsKept`. */
  readonly findings: readonly Finding[];
  /** The number of each kind, including those that are not among the findings. */
  readonly counts: Readonly<Partial<Record<ProblemCode, number>>>;
}

export const fileStart: TextPlace = { line: 0, column: 0 };

/** The result for a file that is too large to read. */
export const tooLargeCheck = fileProblem('too-large', sentence(tooLarge));

/** A finding about a file as a whole. */
export function fileProblem(code: ProblemCode, message: string, start = fileStart): FileCheck {
  const { severity } = problemKinds[code];
  const end = { line: start.line, column: start.column + 1 };
  return { findings: [{ code, severity, message, path: '', start, end }], counts: { [code]: 1 } };
}

/** A reason as a sentence. */
export function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.?!]$/.test(reason) ? '' : '.'}`;
}

/** Checks the content of a neuron's file. The key is undefined outside a directory. */
export type CheckBytes = (
  bytes: Uint8Array,
  key: string | undefined,
) => FileCheck | Promise<FileCheck>;

/** Checks the file at a path. An unreadable file gives a finding, a deleted one gives none. */
export async function checkAt(
  source: FileSource,
  path: string,
  key: string | undefined,
  check: CheckBytes,
  options?: Pick<ReadOptions, 'inBackground'>,
): Promise<FileCheck> {
  try {
    const bytes = await readBounded(source, path, options);
    return bytes ? await check(bytes, key) : { findings: [], counts: {} };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.reason === tooLarge) return tooLargeCheck;
    return fileProblem('unreadable', `${error.reason}.`);
  }
}
