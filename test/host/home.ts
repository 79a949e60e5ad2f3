import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { temporaryFolder } from './cleanup.ts';

/**
 * Sees to a home folder that can be written to: npm, VS Code and browsers keep things there, and
 * fail without. Where there is none, as on some machines that only run tests, it is a temporary one.
 */
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
