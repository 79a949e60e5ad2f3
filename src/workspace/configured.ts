import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../names.ts';
import { directoryKey } from './place.ts';

/** The directories that the setting names, as URIs. */
export function configuredDirectories(): vscode.Uri[] {
  return paths().flatMap(resolve);
}

/** Adds a directory to the setting: of the workspace where there is one, else of the user. */
export async function addConfiguredDirectory(uri: vscode.Uri): Promise<void> {
  if (configuredDirectories().some((known) => directoryKey(known) === directoryKey(uri))) return;
  const written = uri.scheme === 'file' ? uri.fsPath : uri.toString();
  await update([...paths(), written]);
}

export async function removeConfiguredDirectory(key: string): Promise<void> {
  await update(paths().filter((path) => !resolve(path).some((uri) => directoryKey(uri) === key)));
}

function paths(): string[] {
  const value: unknown = vscode.workspace
    .getConfiguration(settings.section)
    .get(settings.directories);
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}

async function update(value: string[]): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace
    .getConfiguration(settings.section)
    .update(settings.directories, value, target);
}

/** A URI, an absolute path, one below the home folder, or one below each workspace folder. */
function resolve(path: string): vscode.Uri[] {
  // Two letters or more before the colon: one is a drive.
  if (/^[a-z][a-z\d+.-]+:\//i.test(path)) return [vscode.Uri.parse(path)];
  if (/^~(?=$|[\\/])/.test(path)) return [vscode.Uri.file(homedir() + path.slice(1))];
  if (isAbsolute(path)) return [vscode.Uri.file(path)];
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, path));
}
