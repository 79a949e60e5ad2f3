import * as vscode from 'vscode';
import type { FilesToRead } from '../catalog/rows/explanationDirectory.ts';
import { formatBytes, formatCount } from '../text/number.ts';

/** What it takes to read files of a store, as a sentence. */
export function costOf({ files, bytes }: FilesToRead): string {
  const requests = formatCount(files);
  return bytes === undefined
    ? vscode.l10n.t('This sends {0} requests, one for each file.', requests)
    : vscode.l10n.t(
        'This sends {0} requests and downloads about {1}.',
        requests,
        formatBytes(bytes),
      );
}
