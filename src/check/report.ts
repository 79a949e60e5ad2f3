import {
  isProblem,
  type ProblemCode,
  problemCodes,
  problemKinds,
  severities,
  type Severity,
} from '../format/problemCodes.ts';
import { compareUnits, type Group } from '../model/unit.ts';
import type { FileCheck, Finding } from './fileCheck.ts';

/** The number of problems of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** A file with problems or notices. */
export interface ReportedFile {
  /** Relative to the directory, such as `5/131.jsonl`. */
  readonly path: string;
  readonly counts: Counts;
  /** Only for the first files with problems or only notices, and only the first of each. */
  readonly findings?: readonly Finding[];
}

export interface ReportedLayer {
  readonly name: string;
  readonly files: number;
  readonly filesWithProblems: number;
  readonly counts: Counts;
}

export interface ReportedCode {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly count: number;
  readonly files: number;
}

/** The problems of a directory. `--json` writes it: fields may be added but never removed. */
export interface Report {
  readonly version: 1;
  readonly directory: string;
  /** For a report on one file: its path as given. */
  readonly file?: string;
  /** Whether the check was cancelled before all files were checked. */
  readonly cancelled: boolean;
  readonly files: number;
  readonly counts: Counts;
  /** By severity, then by frequency. */
  readonly codes: readonly ReportedCode[];
  /** Ignored problems. They are not counted anywhere else. */
  readonly ignored: readonly ReportedCode[];
  readonly layers: readonly ReportedLayer[];
  readonly problems: readonly ReportedFile[];
}

/**
 * The number of files with problems whose findings are kept, and of files with only notices. All
 * findings of hundreds of thousands of files would not fit into memory.
 */
export const filesKept = 500;

type Mutable = Record<Severity, number>;
type CodeCounts = Map<ProblemCode, { count: number; files: number }>;
interface LayerCounts {
  files: number;
  filesWithProblems: number;
  readonly counts: Mutable;
}
const none = (): Mutable => ({ error: 0, warning: 0, info: 0 });

/** Builds a report from checked files, in any order. */
export class ReportMaker {
  readonly #directory: string;
  readonly #counts = none();
  readonly #ignoredCodes: ReadonlySet<ProblemCode>;
  readonly #codes: CodeCounts = new Map();
  readonly #ignored: CodeCounts = new Map();
  readonly #layers = new Map<Group['key'], LayerCounts & { readonly group: Group }>();
  readonly #problems: ReportedFile[] = [];
  #filesWithProblems = 0;
  #files = 0;

  constructor(directory: string, ignored: ReadonlySet<ProblemCode> = new Set()) {
    this.#directory = directory;
    this.#ignoredCodes = ignored;
  }

  get files(): number {
    return this.#files;
  }

  addLayer(layer: Group): void {
    this.#layer(layer);
  }

  /** Adds a file by its path in the directory. `layer` is undefined for a file outside a layer. */
  add(layer: Group | undefined, path: string, check: FileCheck): void {
    const ofLayer = layer ? this.#layer(layer) : newLayer();
    this.#files++;
    ofLayer.files++;
    this.#add(ofLayer, path, check);
  }

  /** Adds a layer that cannot be listed. */
  addUnlisted(layer: Group, check: FileCheck): void {
    this.#add(this.#layer(layer), layer.key, check);
  }

  #add(layer: LayerCounts, path: string, check: FileCheck): void {
    const { counts, findings } = this.#withoutIgnored(check);
    const own = none();
    for (const [code, count] of Object.entries(counts) as [ProblemCode, number][]) {
      own[problemKinds[code].severity] += count;
      addCount(this.#codes, code, count);
    }
    if (Object.keys(counts).length === 0) return;
    for (const severity of severities) {
      this.#counts[severity] += own[severity];
      layer.counts[severity] += own[severity];
    }
    const isFaulty = problemsIn(own) > 0;
    const before = isFaulty
      ? this.#filesWithProblems
      : this.#problems.length - this.#filesWithProblems;
    this.#problems.push({ path, counts: own, ...(before < filesKept && { findings }) });
    if (!isFaulty) return;
    this.#filesWithProblems++;
    layer.filesWithProblems++;
  }

  report(cancelled: boolean): Report {
    return {
      version: 1,
      directory: this.#directory,
      cancelled,
      files: this.#files,
      counts: this.#counts,
      codes: reportedCodes(this.#codes),
      ignored: reportedCodes(this.#ignored),
      layers: [...this.#layers.values()]
        .sort((a, b) => compareUnits(a.group, b.group))
        .map(({ group, ...layer }) => ({ name: group.key, ...layer })),
      problems: this.#problems,
    };
  }

  #withoutIgnored({ counts, findings }: FileCheck): FileCheck {
    const kept: Partial<Record<ProblemCode, number>> = {};
    for (const [code, count] of Object.entries(counts) as [ProblemCode, number][]) {
      if (this.#ignoredCodes.has(code)) addCount(this.#ignored, code, count);
      else kept[code] = count;
    }
    return { counts: kept, findings: findings.filter(({ code }) => !this.#ignoredCodes.has(code)) };
  }

  #layer(group: Group): LayerCounts {
    const known = this.#layers.get(group.key) ?? { group, ...newLayer() };
    this.#layers.set(group.key, known);
    return known;
  }
}

function newLayer(): LayerCounts {
  return { files: 0, filesWithProblems: 0, counts: none() };
}

function addCount(codes: CodeCounts, code: ProblemCode, count: number): void {
  const known = codes.get(code) ?? { count: 0, files: 0 };
  codes.set(code, { count: known.count + count, files: known.files + 1 });
}

function reportedCodes(codes: CodeCounts): ReportedCode[] {
  return problemCodes
    .flatMap((code) => {
      const known = codes.get(code);
      return known ? { code, severity: problemKinds[code].severity, ...known } : [];
    })
    .sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count);
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The number of problems. Notices do not count. */
export function problemsIn(counts: Counts): number {
  return severities
    .filter((severity) => isProblem({ severity }))
    .reduce((sum, severity) => sum + counts[severity], 0);
}

export function isClean({ counts }: Pick<Report, 'counts'>): boolean {
  return problemsIn(counts) === 0;
}

/** The files with problems. */
export function faultyFiles({ problems }: Report): readonly ReportedFile[] {
  return problems.filter(({ counts }) => problemsIn(counts) > 0);
}

/** The files with the most problems. */
export function worstFiles(report: Report, count: number): readonly ReportedFile[] {
  return faultyFiles(report)
    .toSorted((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning)
    .slice(0, count);
}
