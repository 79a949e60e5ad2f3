import { FileError, type FileSource } from '../../files/fileSource.ts';
import { openai } from '../../dialects/openai/dialect.ts';
import { orNothing } from '../orNothing.ts';

/** Limits of the search, since a workspace can hold anything. */
export interface DiscoveryLimits {
  /** Levels below the root. 0 only checks the root. */
  readonly depth: number;
  /** The most folders to list, breadth first. */
  readonly folders: number;
}

/** Whether a folder is skipped: hidden ones, and installed packages. */
export function isSkippedFolder(name: string): boolean {
  return /^(?:\..*|node_modules|__pycache__|venv|site-packages)$/.test(name);
}

/** Whether a layer is known to contain neurons. */
type HasNeurons = (folder: string, layerKey: string) => boolean;

/** How many layer folders to check for a neuron file, since a running job may have empty ones. */
const layersTried = 64;

/**
 * The explanation directories at or below `root`, nearest first: folders with a numbered folder
 * that holds a `{digits}.jsonl`. Does not descend into them, nor into numbered, hidden and package
 * folders, so layers are not scanned. Skips folders that cannot be listed. A folder with several
 * names through links is found once, with the name that `isBetterName` prefers. `hasNeurons` tells
 * which layers are known to contain neurons. Those are not listed, since a layer may have hundreds
 * of thousands.
 */
export async function findExplanationDirectories(
  source: FileSource,
  root: string,
  limits: DiscoveryLimits,
  hasNeurons: HasNeurons = () => false,
): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  let level: readonly string[] = [root];
  let budget = limits.folders;
  for (let depth = 0; depth <= limits.depth && level.length > 0; depth++) {
    const folders = await withoutDoubles(source, level, seen);
    const looked = folders.slice(0, budget);
    budget -= looked.length;
    const results = await Promise.all(looked.map((path) => look(source, path, hasNeurons)));
    for (const [i, path] of looked.entries()) if (results[i] === 'explanations') found.push(path);
    level = results.flatMap((result) => (result === 'explanations' ? [] : result));
  }
  return found;
}

/** A folder with one of its names, and its path with links resolved. */
export interface NamedFolder {
  readonly path: string;
  readonly real: string;
}

/** The path with links resolved; the path itself if that fails. */
export async function realPathOf(source: FileSource, path: string): Promise<string> {
  return (await source.realPath?.(path).catch(() => undefined)) ?? path;
}

/** Whether this name of a folder is better than `other`: shorter, or without a link. */
export function isBetterName(name: NamedFolder, other: NamedFolder): boolean {
  if (name.path.length !== other.path.length) return name.path.length < other.path.length;
  return name.path === name.real && other.path !== other.real;
}

/**
 * Whether a directory that was not found may still exist: its file system does not respond for now.
 */
export async function isOutOfReach(source: FileSource, directory: string): Promise<boolean> {
  try {
    const layers = await openai.listGroups(source, directory);
    for (const layer of layers.slice(0, layersTried))
      await openai.listUnits(source, directory, layer);
    return false;
  } catch (error) {
    return error instanceof FileError && error.transient;
  }
}

/** Removes folders with a known real path. Keeps the order. */
async function withoutDoubles(
  source: FileSource,
  paths: readonly string[],
  seen: Set<string>,
): Promise<string[]> {
  const named = await Promise.all(
    paths.map(async (path) => ({ path, real: await realPathOf(source, path) })),
  );
  const best = new Map<string, NamedFolder>();
  for (const each of named) {
    const other = best.get(each.real);
    if (!seen.has(each.real) && (!other || isBetterName(each, other))) best.set(each.real, each);
  }
  for (const real of best.keys()) seen.add(real);
  const chosen = new Set([...best.values()].map(({ path }) => path));
  return paths.filter((path) => chosen.has(path));
}

/**
 * Whether a folder is an explanation directory. If not, its subfolders that may be or contain one.
 */
async function look(
  source: FileSource,
  folder: string,
  hasNeurons: HasNeurons,
): Promise<'explanations' | string[]> {
  const entries = await orNothing(source.readDirectory(folder));
  const names = entries.flatMap(({ name, kind }) => (kind === 'directory' ? name : [])).sort();
  const layers = names.flatMap((name) => openai.group(name) ?? []);
  if (layers.some(({ key }) => hasNeurons(folder, key))) return 'explanations';
  for (const layer of layers.slice(0, layersTried)) {
    const neurons = await orNothing(openai.listUnits(source, folder, layer));
    if (neurons.length > 0) return 'explanations';
  }
  return names
    .filter((name) => !openai.group(name) && !isSkippedFolder(name))
    .map((name) => source.join(folder, name));
}
