import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../names.ts';

/** The directories in the setting, as URIs. */
export function configuredDirectories(): vscode.Uri[] {
  return paths().flatMap(resolve);
}

function paths(): string[] {
  const value: unknown = vscode.workspace
    .getConfiguration(settings.section)
    .get(settings.directories);
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}

/** A URI, an absolute path, a path in the home folder, or a path in each workspace folder. */
function resolve(path: string): vscode.Uri[] {
  // A scheme has two or more letters. A single letter is a drive.
  if (/^[a-z][a-z\d+.-]+:\//i.test(path)) return [vscode.Uri.parse(path)];
  if (/^~(?=$|[\\/])/.test(path)) return [vscode.Uri.file(homedir() + path.slice(1))];
  if (isAbsolute(path)) return [vscode.Uri.file(path)];
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, path));
}
