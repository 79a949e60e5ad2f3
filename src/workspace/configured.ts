import { disk } from '#platform/disk.ts';
import * as vscode from 'vscode';
import { settings } from '../names.ts';
import { placeAtAddress } from './stores.ts';
import { log } from './tell.ts';

/** The directories in the setting, as URIs. */
export function configuredDirectories(): vscode.Uri[] {
  return paths().flatMap(resolvePath);
}

function paths(): string[] {
  const value: unknown = vscode.workspace
    .getConfiguration(settings.section)
    .get(settings.directories);
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}

/**
 * An address in a store, a URI, an absolute path, a path in the home folder, or a path in each
 * workspace folder. Without the query of an address: keys are not for settings.
 */
export function resolvePath(written: string): vscode.Uri[] {
  const path = written.trim();
  try {
    const inStore = placeAtAddress(path);
    if (inStore) return [inStore.uri];
  } catch (error) {
    log.warn(String(error));
    return [];
  }
  // A scheme has two or more letters. A single letter is a drive.
  if (/^[a-z][a-z\d+.-]+:\//i.test(path)) return [vscode.Uri.parse(path)];
  const onDisk = disk?.pathOf(path);
  if (onDisk !== undefined) return [vscode.Uri.file(onDisk)];
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
    // Without a disk, absolute paths are those of the workspace's file system.
    path.startsWith('/') ? uri.with({ path }) : vscode.Uri.joinPath(uri, path),
  );
}
