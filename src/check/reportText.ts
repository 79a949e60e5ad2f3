import { problemKinds } from '../format/problemCodes.ts';
import { visible } from '../format/visible.ts';
import { type Counts, type Report, type ReportedFile, worstFiles } from './report.ts';

/** How many files are named, and how many findings of each. */
const named = { files: 20, findings: 5 };

/** A report as a person reads it, in a terminal or an editor. */
export function describeReport(report: Report): string {
  const { directory, files, problems, codes, layers, cancelled } = report;
  const lines = [
    `${visible(directory)}: ${plural(files, 'file')} in ${plural(layers.length, 'layer')}, ` +
      (problems.length === 0
        ? 'nothing wrong'
        : `${problems.length} of them with ${describeCounts(report.counts)}`),
  ];
  if (cancelled) lines.push('Ended before all files were checked.');
  if (codes.length > 0) {
    const width = Math.max(...codes.map(({ code }) => code.length));
    lines.push('', 'By kind:');
    for (const { code, severity, count, files: having } of codes)
      lines.push(
        `  ${severity.padEnd(7)}  ${code.padEnd(width)}  ${count} in ${plural(having, 'file')}. ${problemKinds[code].means}`,
      );
  }
  const affected = layers.filter(({ filesWithProblems }) => filesWithProblems > 0);
  if (affected.length > 0) {
    lines.push('', 'By layer:');
    for (const { name, files: all, filesWithProblems, counts } of affected)
      lines.push(
        `  ${visible(name)}: ${filesWithProblems} of ${plural(all, 'file')} with ${describeCounts(counts)}`,
      );
  }
  const worst = worstFiles(report, named.files);
  if (worst.length > 0) lines.push('', 'The worst files:', ...worst.flatMap(describeFile));
  return `${lines.join('\n')}\n`;
}

function describeFile({ path, counts, findings = [] }: ReportedFile): string[] {
  const shown = findings.filter(({ severity }) => severity !== 'info').slice(0, named.findings);
  const rest = counts.error + counts.warning - shown.length;
  return [
    ...shown.map(
      ({ start, severity, code, message }) =>
        `  ${visible(path)}:${start.line + 1}:${start.column + 1}: ${severity} ${code}: ${visible(message)}`,
    ),
    ...(rest > 0 ? [`  ${visible(path)}: ${rest} more`] : []),
  ];
}

function describeCounts({ error, warning, info }: Counts): string {
  const parts = [
    error > 0 && plural(error, 'error'),
    warning > 0 && plural(warning, 'warning'),
    info > 0 && plural(info, 'peculiarity', 'peculiarities'),
  ];
  return parts.filter(Boolean).join(', ');
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
