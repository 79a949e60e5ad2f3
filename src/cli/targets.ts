import { lstat, stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { findExplanationDirectories, realPathOf } from '../catalog/build/discover.ts';
import type { SingleFile } from '../check/checkDirectory.ts';
import { FileError, type FileSource } from '../files/fileSource.ts';
import type { AccessOf } from '../files/stores/access.ts';
import { openStore } from '../files/stores/storeSource.ts';
import type { Transport } from '../files/stores/transport.ts';
import { fileError, isMissing, localFileSource } from '../platform/node/localFileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { listNeurons } from '../format/directories.ts';

/** What a command-line path refers to. */
export type Target = { readonly source: FileSource } & (
  | { readonly kind: 'file'; readonly file: SingleFile }
  /** An explanation directory, or one layer of it. */
  | { readonly kind: 'directory'; readonly path: string; readonly only?: string }
);

/** Limits of the search for explanation directories. */
const limits = { depth: 6, folders: 10_000 };

/**
 * What to check at a path or an address. Rejects with a `FileError` that says what was expected and
 * found if there is nothing to check.
 */
export async function targetsAt(
  named: string,
  transport: Transport,
  accessOf: AccessOf,
): Promise<Target[]> {
  const opened = openStore(named, transport, accessOf);
  const { source, path } = opened ?? { source: localFileSource, path: named };
  if (await isFile(source, path)) return [{ kind: 'file', source, file: singleFile(source, path) }];
  // Discovery skips folders that cannot be listed, but this one was named explicitly.
  const entries = await source.readDirectory(path);
  const directories = await findExplanationDirectories(source, path, limits);
  if (directories.length > 0)
    return directories.map((each) => ({ kind: 'directory', source, path: each }));
  const layer = await layerAt(source, path);
  const neurons = await listNeurons(source, path);
  if (layer && neurons.length > 0) return [layer];
  throw new FileError(path, nothingToCheck(entries.length, neurons.length, layer !== undefined));
}

function nothingToCheck(entries: number, neurons: number, isLayer: boolean): string {
  const expected = 'expected a file, or a folder with files {layer}/{neuron}.jsonl at or below it';
  if (entries === 0) return `${expected}; the folder is empty`;
  if (isLayer) return 'expected files {neuron}.jsonl in the layer folder; found none';
  if (neurons > 0)
    return `${expected}; found files {neuron}.jsonl in a folder whose name is not a number. Pass each file, or rename the folder`;
  return `${expected}; found none`;
}

/** Rejects if it is neither a file nor a folder. Stores only have files. */
async function isFile(source: FileSource, path: string): Promise<boolean> {
  if (!source.onDisk) return !path.endsWith('/') && (await source.stat(path)) !== undefined;
  const found = await statOf(path);
  if (!found.isFile() && !found.isDirectory()) throw new FileError(path, 'not a file or a folder');
  return found.isFile();
}

/** Follows symbolic links. */
async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (!isMissing(error)) throw fileError(path, error);
    const link = await lstat(path).catch(() => undefined);
    throw link ? new FileError(path, 'the symbolic link is broken') : fileError(path, error);
  }
}

/** A layer folder, by its own name or by the name of its link's target. */
async function layerAt(source: FileSource, path: string): Promise<Target | undefined> {
  for (const folder of [path, await realPathOf(source, path)]) {
    const name = basename(fullPath(source, folder));
    if (openai.group(name))
      return { kind: 'directory', source, path: source.join(folder, '..'), only: name };
  }
  return undefined;
}

function singleFile(source: FileSource, path: string): SingleFile {
  const found = openai.split(fullPath(source, path));
  const neuron = found && openai.unit(found.key);
  const folder = source.join(path, '..');
  if (!neuron) return { path, directory: folder, name: basename(path), neuron };
  return { path, directory: source.join(folder, '..'), name: openai.pathOf(found.key), neuron };
}

/** With slashes on every system. */
function fullPath(source: FileSource, path: string): string {
  return source.onDisk ? resolve(path).replaceAll(sep, '/') : path;
}
