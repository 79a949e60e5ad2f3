import * as vscode from 'vscode';
import type { CsvOptions } from '../catalog/rows/csv.ts';
import { settings } from '../names.ts';

/** CSV options from the settings. */
export function csvOptions(): CsvOptions {
  const configuration = vscode.workspace.getConfiguration(settings.section);
  return {
    escapeFormulas: configuration.get<unknown>(settings.csvEscapeFormulas) === true,
    byteOrderMark: configuration.get<unknown>(settings.csvByteOrderMark) === true,
  };
}
