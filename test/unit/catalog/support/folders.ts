import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../../host/cleanup.ts';

/**
 * A folder of the disk with these files in it, by their paths below it, and these empty folders,
 * whose paths end in a slash. It is gone when the tests are.
 */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const { path: root } = temporaryFolder();
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

/** Writes one more file, or makes one more folder. */
export function put(root: string, path: string, text: string): void {
  const full = join(root, path);
  if (path.endsWith('/')) mkdirSync(full, { recursive: true });
  else {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}
