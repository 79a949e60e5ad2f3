import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const hourAgo = Date.now() / 1000 - 3600;

/** Makes a file, or all in a folder, one that was written long ago. */
export function age(path: string, seconds = hourAgo): void {
  utimesSync(path, seconds, seconds);
}

export function ageAll(root: string): void {
  for (const name of readdirSync(root, { recursive: true })) age(join(root, String(name)));
}
