import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from './paths.ts';

const project = 'neuron-explanations';

/** The user's cache folder, for all clones. Not in the project, where tools would scan it. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const own = env['NEURON_EXPLANATIONS_CACHE'];
  return own ? resolve(own) : join(usersCache(env, platform), project);
}

function usersCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = env['HOME'] ?? homedir();
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  return env['XDG_CACHE_HOME'] || join(home, '.cache');
}

/**
 * A folder in the cache; `make` fills it if it is missing. It fills a temporary folder, renamed at
 * the end: interrupted runs leave nothing incomplete, and processes do not disturb each other.
 */
export async function cached(
  name: string,
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const building = begin(folder);
  await make(building);
  putInPlace(building, folder);
  return folder;
}

/** The same for what is made in one go. */
export function cachedSync(name: string, make: (folder: string) => void): string {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const building = begin(folder);
  make(building);
  putInPlace(building, folder);
  return folder;
}

function begin(folder: string): string {
  removeLeftovers(dirname(folder));
  const building = `${folder}.${process.pid}${unfinished}`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  return building;
}

function putInPlace(building: string, folder: string): void {
  try {
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // Another process may have finished first. Its folder has the same content.
    if (!existsSync(folder)) throw error;
  }
}

/** Removes the cache of older versions, which was below the project. */
export function removeOldCache(): void {
  rmSync(join(root, '.vscode-test'), { recursive: true, force: true });
}

const unfinished = '.unfinished';

/** Removes what interrupted runs left: their process is gone. */
function removeLeftovers(within: string): void {
  for (const name of existsSync(within) ? readdirSync(within) : []) {
    const pid = name.endsWith(unfinished) ? /\.(\d+)\.\w+$/.exec(name)?.[1] : undefined;
    if (pid && !isAlive(Number(pid))) rmSync(join(within, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
