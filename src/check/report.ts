import {
  type ProblemCode,
  problemCodes,
  problemKinds,
  type Severity,
} from '../format/problemCodes.ts';
import type { FileCheck, Finding } from './checkFile.ts';

/** How many there are of each kind. */
export type Counts = Readonly<Record<Severity, number>>;

/** One file in which something is wrong or peculiar. */
export interface ReportedFile {
  /** Below the directory, such as `5/131.jsonl`. */
  readonly path: string;
  readonly counts: Counts;
  /** Of the first files of a report only, and of each the first. */
  readonly findings?: readonly Finding[];
}

export interface ReportedLayer {
  readonly name: string;
  readonly files: number;
  /** Files with at least one problem, peculiarities included. */
  readonly filesWithProblems: number;
  readonly counts: Counts;
}

export interface ReportedCode {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly count: number;
  /** How many files have it. */
  readonly files: number;
}

/** What was found in a directory. It is what `--json` writes: fields may be added, those there stay. */
export interface Report {
  readonly version: 1;
  readonly directory: string;
  /** Whether someone ended it before all files were checked. */
  readonly cancelled: boolean;
  readonly files: number;
  readonly counts: Counts;
  /** In the order of severity, the most frequent first. */
  readonly codes: readonly ReportedCode[];
  readonly layers: readonly ReportedLayer[];
  readonly problems: readonly ReportedFile[];
}

/** Of how many files the findings are kept: of hundreds of thousands of files all would not fit into memory. */
export const filesKept = 500;

type Mutable = Record<Severity, number>;
const none = (): Mutable => ({ error: 0, warning: 0, info: 0 });

/** Makes a report out of files as they are checked, in any order. */
export class ReportMaker {
  readonly #directory: string;
  readonly #counts = none();
  readonly #codes = new Map<ProblemCode, { count: number; files: number }>();
  readonly #layers = new Map<
    string,
    { files: number; filesWithProblems: number; counts: Mutable }
  >();
  readonly #problems: ReportedFile[] = [];
  #files = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  get files(): number {
    return this.#files;
  }

  addLayer(name: string): void {
    this.#layer(name);
  }

  /** `fileName` is undefined for a layer that cannot be listed. */
  add(layerName: string, fileName: string | undefined, { counts, findings }: FileCheck): void {
    const layer = this.#layer(layerName);
    if (fileName !== undefined) {
      this.#files++;
      layer.files++;
    }
    const own = none();
    for (const [code, count] of Object.entries(counts) as [ProblemCode, number][]) {
      own[problemKinds[code].severity] += count;
      const known = this.#codes.get(code) ?? { count: 0, files: 0 };
      this.#codes.set(code, { count: known.count + count, files: known.files + 1 });
    }
    if (Object.keys(counts).length === 0) return;
    for (const severity of ['error', 'warning', 'info'] as const) {
      this.#counts[severity] += own[severity];
      layer.counts[severity] += own[severity];
    }
    layer.filesWithProblems++;
    const path = fileName === undefined ? layerName : `${layerName}/${fileName}`;
    const keep = this.#problems.length < filesKept;
    this.#problems.push({ path, counts: own, ...(keep && { findings }) });
  }

  report(cancelled: boolean): Report {
    return {
      version: 1,
      directory: this.#directory,
      cancelled,
      files: this.#files,
      counts: this.#counts,
      codes: problemCodes
        .flatMap((code) => {
          const known = this.#codes.get(code);
          return known ? { code, severity: problemKinds[code].severity, ...known } : [];
        })
        .sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count),
      layers: [...this.#layers]
        .map(([name, layer]) => ({ name, ...layer }))
        .sort((a, b) => Number(a.name) - Number(b.name)),
      problems: this.#problems,
    };
  }

  #layer(name: string) {
    const known = this.#layers.get(name) ?? { files: 0, filesWithProblems: 0, counts: none() };
    this.#layers.set(name, known);
    return known;
  }
}

function rank(severity: Severity): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}

/** Whether anything is wrong: peculiarities that do no harm are not. */
export function isClean({ counts }: Pick<Report, 'counts'>): boolean {
  return counts.error + counts.warning === 0;
}

/** The files with most that is wrong, first. */
export function worstFiles({ problems }: Report, count: number): readonly ReportedFile[] {
  return [...problems]
    .sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning)
    .filter(({ counts }) => counts.error + counts.warning > 0)
    .slice(0, count);
}
