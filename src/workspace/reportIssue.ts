import { systemFacts } from '#platform/system.ts';
import * as vscode from 'vscode';
import { summariseAll } from '../catalog/rows/layerSummary.ts';
import { commands } from '../names.ts';
import type { Directories, KnownDirectory } from './directories.ts';
import { channel } from './tell.ts';

/** VS Code's issue form. Some builds lack it. */
const form = 'workbench.action.openIssueReporter';

/** Registers “Report Issue” and “Show Log”. */
export function registerReportCommands(
  directories: Directories,
  extension: vscode.Extension<unknown>,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showLog, () => channel.show()),
    vscode.commands.registerCommand(commands.reportIssue, async () => {
      await directories.ready;
      await offer(extension.id, issueFacts(directories.all, extension));
    }),
  );
}

async function offer(extensionId: string, data: string): Promise<void> {
  const question = vscode.l10n.t('What did you do, what did you expect, and what happened?');
  if (vscode.env.uiKind === vscode.UIKind.Desktop) {
    const known = await vscode.commands.getCommands(true);
    if (known.includes(form))
      return vscode.commands.executeCommand(form, { extensionId, issueBody: question, data });
  }
  const content = `${question}\n\n\n\n${data}`;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}

/** Versions and counts for an issue. No data, names or paths. */
function issueFacts(all: readonly KnownDirectory[], extension: vscode.Extension<unknown>): string {
  const { version } = extension.packageJSON as { version: string };
  const { env, workspace } = vscode;
  const facts: readonly (readonly [string, string])[] = [
    ['Extension', version],
    [
      'VS Code',
      `${vscode.version}, ${env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'} (${env.appHost})`,
    ],
    ['Remote', env.remoteName ?? 'none'],
    ...systemFacts(),
    ['Workspace folders', String(workspace.workspaceFolders?.length ?? 0)],
    ['Restricted Mode', workspace.isTrusted ? 'no' : 'yes'],
    ['Directories', String(all.length)],
    ...all.map((known, i) => [`Directory ${i + 1}`, countsOf(known)] as const),
  ];
  return `${facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')}\n`;
}

function countsOf({ directory: { catalog, uri } }: KnownDirectory): string {
  const { count, known, provisional, failed, faulty, scored } = summariseAll(catalog);
  return [
    uri.startsWith('file:') ? 'on disk' : 'on another file system',
    `${catalog.layers.length} layers`,
    `${count} neurons`,
    `${known - provisional} indexed`,
    `${failed} unreadable`,
    `${faulty} with problems`,
    `${scored} with a score`,
  ].join(', ');
}
