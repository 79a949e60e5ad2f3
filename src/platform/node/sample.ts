import * as vscode from 'vscode';
import type { Sample } from '../interfaces.ts';

/** The sample that ships with the extension, on disk. */
export function provideSample(extensionUri: vscode.Uri): Sample {
  const uri = vscode.Uri.joinPath(extensionUri, 'samples', 'explanations');
  return { uri, dispose: () => undefined };
}
