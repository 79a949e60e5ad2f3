import * as vscode from 'vscode';
import type { FileError } from '../files/fileSource.ts';

/** What to do about a failure where there are no buttons for it. Undefined if nothing helps. */
export function helpFor({ remedy, path }: FileError): string | undefined {
  if (remedy !== 'access') return undefined;
  return path.startsWith('az:')
    ? vscode.l10n.t('Run “Sign In to Azure…” or “Add Key for Store…” from the Command Palette.')
    : vscode.l10n.t('Run “Add Key for Store…” from the Command Palette.');
}
