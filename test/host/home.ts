import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { temporaryFolder } from './cleanup.ts';

/** npm, VS Code and browsers fail without a writable home folder. Without one, it is temporary. */
export function ensureHome(): void {
  const home = homedir();
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch {
    process.env['HOME'] = temporaryFolder().path;
    // `npm run` tells its children where its cache is, or would be.
    if (process.env['npm_config_cache']?.startsWith(home)) delete process.env['npm_config_cache'];
  }
}
