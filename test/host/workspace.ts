import { chmodSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from './cleanup.ts';
import { root } from './paths.ts';

export interface Workspace extends TemporaryFolder {
  /** The `.code-workspace` file, which opens all folders below. */
  file: string;
  /** By name, which is also the name of the workspace folder: where it is. */
  folders: Record<string, string>;
}

/** Folders of the workspace by name: source and target. The same on every machine. */
const sources = {
  samples: { from: join(root, 'samples'), to: '.' },
  'one-layer': { from: join(root, 'samples/explanations/11'), to: 'explanations/11' },
};

/**
 * A workspace of copies, which a test may change as it likes. It has several folders, as a
 * workspace of one restarts the extension host, and with it the tests, when a second is added.
 */
export function makeWorkspace(): Workspace {
  const { path, remove } = temporaryFolder();
  const folders: Record<string, string> = {};
  for (const [name, { from, to }] of Object.entries(sources)) {
    folders[name] = join(path, name);
    copyFolder(from, join(folders[name], to));
  }
  const file = join(path, 'test.code-workspace');
  const listed = Object.keys(folders).map((name) => ({ path: name }));
  writeFileSync(file, JSON.stringify({ folders: listed, settings: {} }));
  return { path, remove, file, folders };
}

/** A copy that may be changed, also where the original may not. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  makeWritable(to);
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else chmodSync(path, 0o644);
  }
}
