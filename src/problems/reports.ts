import * as vscode from 'vscode';
import type { Report } from '../check/report.ts';
import { type ReportLine, reportLines } from '../check/reportText.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';

const scheme = 'neuron-explanations-report';

interface ShownReport {
  readonly directory: ExplanationDirectory;
  readonly lines: readonly ReportLine[];
}

/** The reports of this window as read-only documents, with links to files and lines. */
export class Reports
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  /** By the path of the document. */
  readonly #reports = new Map<string, ShownReport>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Before the registration, which looks for it. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.languages.registerDocumentLinkProvider({ scheme }, this),
  );

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const lines = this.#reports.get(uri.path)?.lines;
    return lines?.map(({ text }) => `${text}\n`).join('');
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const { directory, lines = [] } = this.#reports.get(uri.path) ?? {};
    if (!directory) return [];
    return lines.flatMap(({ place }, i) => {
      // The place may be a layer that cannot be listed.
      if (!place || !directory.refTo(place.path)) return [];
      const range = new vscode.Range(i, place.from, i, place.to);
      const file = vscode.Uri.joinPath(vscode.Uri.parse(directory.uri), place.path);
      // VS Code counts from 1 here.
      const fragment = `L${place.line + 1},${place.column + 1}`;
      const link = new vscode.DocumentLink(range, file.with({ fragment }));
      link.tooltip = vscode.l10n.t('Open JSON at this line');
      return [link];
    });
  }

  /** Replaces the previous report of the same directory. */
  async show(directory: ExplanationDirectory, report: Report): Promise<void> {
    const name = report.directory.replaceAll('/', ' ').trim();
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Check of {0}', name)}.txt` });
    this.#reports.set(uri.path, { directory, lines: reportLines(report) });
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
