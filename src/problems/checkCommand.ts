import * as vscode from 'vscode';
import type { Checker } from '../check/checkDirectory.ts';
import { isClean, type Report } from '../check/report.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { commands } from '../names.ts';
import { chooseDirectory } from '../workspace/chooseDirectory.ts';
import type { Directories, KnownDirectory } from '../workspace/directories.ts';
import { saveFile } from '../workspace/saveFile.ts';
import type { FileProblems } from './fileProblems.ts';
import { Reports } from './reports.ts';
import { withoutLinks } from '../workspace/plainText.ts';
import { costOf } from '../workspace/storeCost.ts';
import { confirm, tell, warn } from '../workspace/tell.ts';

/** Registers "Check Explanation Directory", which checks all files and shows a report. */
export function registerCheckCommand(
  directories: Directories,
  checkerOf: (directory: ExplanationDirectory) => Checker,
  problems: FileProblems,
): vscode.Disposable {
  const reports = new Reports();
  const check = async (argument: unknown): Promise<Report | undefined> => {
    const known = await chooseDirectory(directories, argument);
    if (!known) return undefined;
    if (!(await mayRead(known))) return undefined;
    const report = await checkAll(known, checkerOf(known.directory));
    problems.showReport(known.directory, report);
    await reports.show(known.directory, report);
    void offer(known, report);
    return report;
  };
  return vscode.Disposable.from(
    reports,
    vscode.commands.registerCommand(commands.checkDirectory, check),
  );
}

/** A check reads every file, which in a store takes time and may cost money. */
async function mayRead({ directory, name }: KnownDirectory): Promise<boolean> {
  if (!directory.source.isRemote) return true;
  const question = vscode.l10n.t('Check all files of {0}?', name);
  return confirm(question, costOf(directory.allFiles()), vscode.l10n.t('Start Check'));
}

async function checkAll({ directory, name }: KnownDirectory, checker: Checker): Promise<Report> {
  const { checkDirectory } = await import('../check/checkDirectory.ts');
  const run = (
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ) => {
    const ending = new AbortController();
    token.onCancellationRequested(() => ending.abort());
    let told = 0;
    return checkDirectory(directory.source, directory.path, checker, {
      name,
      signal: ending.signal,
      progress: (checked, total) => {
        const share = Math.floor((100 * checked) / total);
        if (share === told) return;
        progress.report({
          increment: share - told,
          message: vscode.l10n.t('{0} of {1} files', checked, total),
        });
        told = share;
      },
    });
  };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: withoutLinks(vscode.l10n.t('Checking {0}', name)),
    cancellable: true,
  };
  return vscode.window.withProgress(options, run);
}

/** Offers actions for a report. */
async function offer({ directory, name }: KnownDirectory, report: Report): Promise<void> {
  const save = vscode.l10n.t('Export as JSON…');
  const show = vscode.l10n.t('Show Problems');
  const { files, counts } = report;
  const answer = isClean(report)
    ? await tell(vscode.l10n.t('{0}: no problems. Files checked: {1}.', name, files), save)
    : await warn(
        vscode.l10n.t(
          '{0}: problems found. Files checked: {1}. Errors: {2}. Warnings: {3}.',
          name,
          files,
          counts.error,
          counts.warning,
        ),
        show,
        save,
      );
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === save)
    await saveFile(directory, 'check', 'json', () =>
      new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`),
    );
}
