import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { findExplanationDirectories } from '../catalog/build/discover.ts';
import type { SingleFile } from '../check/checkDirectory.ts';
import { FileError } from '../files/fileSource.ts';
import { fileError, isMissing, localFileSource } from '../platform/localFileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { listNeurons } from '../format/directories.ts';

/** What a command-line path refers to. */
export type Target =
  | { readonly kind: 'file'; readonly file: SingleFile }
  /** An explanation directory, or one layer of it. */
  | { readonly kind: 'directory'; readonly path: string; readonly only?: string };

/** Limits of the search for explanation directories. */
const limits = { depth: 6, folders: 10_000 };

/**
 * What to check at a path. Rejects with a `FileError` that says what was expected and found if
 * there is nothing to check.
 */
export async function targetsAt(path: string): Promise<Target[]> {
  const found = await statOf(path);
  if (found.isFile()) return [{ kind: 'file', file: singleFile(path) }];
  if (!found.isDirectory()) throw new FileError(path, 'not a file or a folder');
  // Discovery skips folders that cannot be listed, but this one was named explicitly.
  const entries = await localFileSource.readDirectory(path);
  const directories = await findExplanationDirectories(localFileSource, path, limits);
  if (directories.length > 0) return directories.map((each) => ({ kind: 'directory', path: each }));
  const layer = await layerAt(path);
  const neurons = await listNeurons(localFileSource, path);
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
async function layerAt(path: string): Promise<Target | undefined> {
  for (const folder of [path, await realpath(path)]) {
    const name = basename(resolve(folder));
    if (openai.group(name)) return { kind: 'directory', path: join(folder, '..'), only: name };
  }
  return undefined;
}

function singleFile(path: string): SingleFile {
  const found = openai.split(resolve(path).replaceAll(sep, '/'));
  const neuron = found && openai.unit(found.key);
  if (!neuron) return { path, directory: dirname(path), name: basename(path), neuron };
  return { path, directory: join(dirname(path), '..'), name: openai.pathOf(found.key), neuron };
}
