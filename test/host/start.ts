/** `npm start [-- FOLDER]`: opens FOLDER, or the samples, in VS Code with the extension loaded. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressOf } from './address.ts';
import { buildExtension } from './build.ts';
import { hasDisplay, wantedHost } from './desktop.ts';
import { ensureHome } from './home.ts';
import { root } from './paths.ts';
import { runCommand, which } from './runCommand.ts';
import { startServer } from './server.ts';

async function main(): Promise<void> {
  ensureHome();
  const asked = process.argv[2];
  const folder = asked ? resolve(process.env['INIT_CWD'] ?? '.', asked) : resolve(root, 'samples');
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}`);
  if (!statSync(folder).isDirectory() && !folder.endsWith('.code-workspace'))
    throw new Error(`${folder} is a file; name a folder to open`);
  await buildExtension();
  if (!(await openDesktop(folder))) await openServer(folder);
}

/** `false` where there is no VS Code to open a window of, or it refused. */
async function openDesktop(folder: string): Promise<boolean> {
  const code = which('code');
  if (!code || wantedHost() === 'server' || !hasDisplay()) return false;
  console.log(`Opening ${folder} in ${code}`);
  return runCommand(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
}

async function openServer(folder: string): Promise<void> {
  // The usual gallery of extensions: this is no test.
  const env = { EXTENSIONS_GALLERY: '' };
  const server = await startServer({ installed: [root], env });
  const address = addressOf(server, folder);
  console.log(`\nVS Code shows ${folder} at this address; Ctrl-C here ends it.\n\n${address}\n`);
  await server.ended;
  throw new Error('The VS Code server ended');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
