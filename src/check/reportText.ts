import { isProblem, problemKinds } from '../format/problemCodes.ts';
import { visible } from '../text/display.ts';
import type { Finding } from './fileCheck.ts';
import {
  type Counts,
  faultyFiles,
  problemsIn,
  type Report,
  type ReportedFile,
  worstFiles,
} from './report.ts';
import { plural } from '../text/number.ts';

/** How many files are named, and how many findings of each. */
const named = { files: 20, findings: 5 };

/** A line of a report. */
export interface ReportLine {
  readonly text: string;
  /** The place in a file that the line begins with. Absent for other lines. */
  readonly place?: ReportPlace;
}

export interface ReportPlace {
  /** As in the report: relative to the directory. */
  readonly path: string;
  /** From 0. The start of the file for what is about all of it. */
  readonly line: number;
  readonly column: number;
  /** Where the words for the place are in the text of the line, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** A report as text, for a terminal or an editor. */
export function describeReport(report: Report): string {
  return `${reportLines(report)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

/** The lines of `describeReport`, with the places that an editor can open. */
export function reportLines(report: Report): ReportLine[] {
  if (report.file !== undefined) return describeSingle(report.file, report);
  const { directory, files, codes, layers, cancelled } = report;
  const lines = [
    `${visible(directory)}: ${plural(files, 'file')} in ${plural(layers.length, 'layer')}; ${describeProblems(report)}`,
  ];
  if (cancelled) lines.push('Cancelled before all files were checked.');
  if (codes.length > 0) {
    const width = Math.max(...codes.map(({ code }) => code.length));
    lines.push('', 'By kind:');
    for (const { code, severity, count, files: having } of codes)
      lines.push(
        `  ${severity.padEnd(7)}  ${code.padEnd(width)}  ${count} in ${plural(having, 'file')}. ${problemKinds[code].means}`,
      );
  }
  lines.push(...describeIgnored(report));
  const affected = layers.filter(({ filesWithProblems }) => filesWithProblems > 0);
  if (affected.length > 0) {
    lines.push('', 'By layer:');
    for (const { name, files: all, filesWithProblems, counts } of affected)
      lines.push(
        `  ${visible(name)}: ${filesWithProblems} of ${plural(all, 'file')} with problems (${describeCounts(counts)})`,
      );
  }
  const worst = worstFiles(report, named.files);
  if (worst.length > 0) lines.push('', 'Files with most problems:');
  return [...lines.map(plain), ...worst.flatMap(describeFile)];
}

function describeSingle(path: string, report: Report): ReportLine[] {
  const { counts } = report;
  const isClean = counts.error + counts.warning + counts.info === 0;
  const lines = [plain(`${visible(path)}: ${isClean ? 'no problems' : describeCounts(counts)}`)];
  for (const { findings = [], counts: all } of report.problems) {
    lines.push(...findings.map((finding) => describeFinding(path, finding)));
    const rest = all.error + all.warning + all.info - findings.length;
    if (rest > 0) lines.push(describeRest(path, rest));
  }
  return [...lines, ...describeIgnored(report).map(plain)];
}

function describeProblems(report: Report): string {
  const { counts, problems } = report;
  if (problems.length === 0) return 'no problems';
  const wrong = faultyFiles(report).length;
  if (wrong === 0) return `no problems (${describeCounts(counts)})`;
  return `${plural(wrong, 'has', 'have')} problems (${describeCounts(counts)})`;
}

function describeIgnored({ ignored }: Report): string[] {
  return ignored.map(
    ({ code, count, files }) => `Ignored: ${count} ${code} in ${plural(files, 'file')}`,
  );
}

function describeFile({ path, counts, findings = [] }: ReportedFile): ReportLine[] {
  const shown = findings.filter(isProblem).slice(0, named.findings);
  const rest = problemsIn(counts) - shown.length;
  return [
    ...shown.map((finding) => describeFinding(path, finding)),
    ...(rest > 0 ? [describeRest(path, rest)] : []),
  ];
}

function describeFinding(file: string, finding: Finding): ReportLine {
  const { start, severity, code, message, path } = finding;
  const name = `${visible(file)}:${start.line + 1}:${start.column + 1}`;
  const what = `${severity} ${code}: ${visible(message)}${path === '' ? '' : ` (${visible(path)})`}`;
  return placed(name, what, { path: file, ...start });
}

function describeRest(file: string, count: number): ReportLine {
  return placed(visible(file), `${count} more`, { path: file, line: 0, column: 0 });
}

const indent = '  ';

function placed(
  name: string,
  what: string,
  { path, line, column }: Pick<ReportPlace, 'path' | 'line' | 'column'>,
): ReportLine {
  const place = { path, line, column, from: indent.length, to: indent.length + name.length };
  return { text: `${indent}${name}: ${what}`, place };
}

function plain(text: string): ReportLine {
  return { text };
}

function describeCounts({ error, warning, info }: Counts): string {
  const parts = [
    error > 0 && plural(error, 'error'),
    warning > 0 && plural(warning, 'warning'),
    info > 0 && plural(info, 'notice'),
  ];
  return parts.filter(Boolean).join(', ');
}
