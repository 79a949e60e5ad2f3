import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** To be raised with each change of what is generated. */
const version = '1';

export const cacheFolder = join(import.meta.dirname, '../../../.vscode-test/bench');

/** The folder with some data: made if it is not there, not complete, or of another version of what makes it. */
export function ensureData(name: string, make: (folder: string) => void): string {
  const folder = join(cacheFolder, name);
  const stamp = join(cacheFolder, `${name}.complete`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return folder;
  const start = performance.now();
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  writeFileSync(stamp, version);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(`Made the data “${name}” in ${seconds} s: ${folder}`);
  return folder;
}
