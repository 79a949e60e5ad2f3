import * as vscode from 'vscode';
import type { ScanProgress } from '../catalog/scan.ts';

/** A scan shorter than this, in milliseconds, needs no notification. */
const patience = 700;

/** Runs a scan; if it takes long, with its progress in a notification that can cancel it. */
export async function showReading(
  controller: AbortController,
  scan: (report: (progress: ScanProgress) => void) => Promise<void>,
): Promise<void> {
  let last: ScanProgress | undefined;
  let tell: ((progress: ScanProgress) => void) | undefined;
  const scanning = scan((progress) => {
    last = progress;
    tell?.(progress);
  });
  const timer = setTimeout(() => {
    if (controller.signal.aborted) return;
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Reading explanations'),
        cancellable: true,
      },
      (progress, token) => {
        let told = 0;
        token.onCancellationRequested(() => controller.abort());
        tell = ({ read, total }) => {
          const percent = (100 * read) / total;
          // Whole percents are enough for a bar.
          if (percent - told < 1 && read < total) return;
          progress.report({
            increment: percent - told,
            message: vscode.l10n.t('{0} of {1}', read, total),
          });
          told = percent;
        };
        if (last) tell(last);
        // Whoever asked for the scan is told of its failure.
        return scanning.catch(() => undefined);
      },
    );
  }, patience);
  try {
    await scanning;
  } finally {
    clearTimeout(timer);
  }
}
