import type { FileSource } from '../files/fileSource.ts';
import { listNeurons } from '../format/directories.ts';
import { orNothing } from './orNothing.ts';

/** How far to look; a workspace can hold anything. */
export interface DiscoveryLimits {
  /** Folders below the root: 0 looks at the root alone. */
  readonly depth: number;
  /** How many folders are listed at most, breadth first. */
  readonly folders: number;
}

/** Whether a folder of this name is passed over: hidden ones, and those of installed packages. */
export function isSkippedFolder(name: string): boolean {
  return /^(?:\..*|node_modules|__pycache__|venv|site-packages)$/.test(name);
}

/** How many layer folders of a directory are looked into for a first neuron file: a run that goes on may have empty ones. */
const layersTried = 64;

/**
 * The explanation directories at or below `root`, nearest first: folders with a numbered folder that holds a `{digits}.jsonl`. What lies in
 * one is not looked at further, nor are numbered, hidden and package folders, so that no layer's files are walked. Folders that
 * cannot be listed are passed over, and so are links to a folder that they are in.
 */
export async function findExplanationDirectories(
  source: FileSource,
  root: string,
  limits: DiscoveryLimits,
): Promise<string[]> {
  const found: string[] = [];
  let level: readonly Folder[] = [{ path: root, above: [] }];
  let budget = limits.folders;
  for (let depth = 0; depth <= limits.depth && level.length > 0; depth++) {
    const looked = level.slice(0, budget);
    budget -= looked.length;
    const results = await Promise.all(looked.map((folder) => look(source, folder)));
    for (const [i, { path }] of looked.entries())
      if (results[i] === 'explanations') found.push(path);
    level = results.flatMap((result) => (result === 'explanations' ? [] : result));
  }
  return found;
}

interface Folder {
  readonly path: string;
  /** The folders on the way to it, as they are once links are followed. */
  readonly above: readonly string[];
}

/** Whether a folder is an explanation directory; if not, the folders in it that may be or hold one. */
async function look(
  source: FileSource,
  { path: folder, above }: Folder,
): Promise<'explanations' | Folder[]> {
  const real = (await source.realPath?.(folder).catch(() => undefined)) ?? folder;
  if (above.includes(real)) return [];
  const entries = await orNothing(source.readDirectory(folder));
  const names = entries.flatMap(({ name, kind }) => (kind === 'directory' ? name : [])).sort();
  for (const name of names.filter(isNumber).slice(0, layersTried)) {
    const neurons = await orNothing(listNeurons(source, source.join(folder, name)));
    if (neurons.length > 0) return 'explanations';
  }
  return names
    .filter((name) => !isNumber(name) && !isSkippedFolder(name))
    .map((name) => ({ path: source.join(folder, name), above: [...above, real] }));
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}
