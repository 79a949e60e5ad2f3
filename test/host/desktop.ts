import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cached } from './cache.ts';
import { temporaryFolder } from './cleanup.ts';
import { asInstaller } from './guard.js';
import { unguarded } from './guardRun.ts';
import { root } from './paths.ts';
import { which } from './runCommand.ts';
import { quiet, writeSettings } from './settings.ts';

/** `NEURON_EXPLANATIONS_HOST` settles which VS Code is used; without it, what works here. */
export function wantedHost(): 'desktop' | 'server' | undefined {
  const host = process.env['NEURON_EXPLANATIONS_HOST'];
  if (!host) return undefined;
  if (host === 'desktop' || host === 'server') return host;
  throw new Error(`NEURON_EXPLANATIONS_HOST is "${host}"; it may be "desktop" or "server"`);
}

export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** The desktop VS Code to run tests in, fetched once; `undefined` where the server has to do. */
export async function fetchDesktop(): Promise<string | undefined> {
  const wanted = wantedHost();
  if (wanted === 'server') return undefined;
  try {
    if (!hasDisplay() && !which('xvfb-run')) throw new Error('there is no display');
    const version = await asInstaller(newestVersion);
    const download = (cachePath: string) =>
      asInstaller(() => downloadAndUnzipVSCode({ version, cachePath }));
    const folder = await cached(`desktop-${version}`, async (at) => void (await download(at)));
    // It is there already: this gives its path.
    const executable = await download(folder);
    return hasDisplay() ? executable : underXvfb(executable);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (wanted === 'desktop') throw new Error(`No desktop VS Code: ${why}`, { cause: error });
    console.log(`Not the desktop VS Code, as ${why}: its server instead`);
    return undefined;
  }
}

/** Within seconds, or it rejects: where the site does not answer, waiting does not help. */
async function newestVersion(): Promise<string> {
  try {
    const address = 'https://update.code.visualstudio.com/api/releases/stable';
    const response = await fetch(address, { signal: AbortSignal.timeout(4000) });
    const [newest] = (await response.json()) as string[];
    return newest!;
  } catch (error) {
    throw new Error('its download cannot be reached', { cause: error });
  }
}

/** A command that runs VS Code on a display that nobody sees. */
function underXvfb(executable: string): string {
  const script = join(temporaryFolder().path, 'code-under-xvfb.sh');
  writeFileSync(script, `#!/bin/sh\nexec xvfb-run -a '${executable}' "$@"\n`, { mode: 0o755 });
  return script;
}

/** Runs the module `tests` in the desktop's extension host; rejects when it fails. */
export async function runInDesktop(
  executable: string,
  { folder, tests, env }: { folder: string; tests: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  const data = temporaryFolder();
  try {
    writeSettings(join(data.path, 'user/User/settings.json'), quiet);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      // Electron refuses the guard's option. The tests load the guard into the extension host.
      extensionTestsEnv: unguarded({ ...process.env, ...env }),
      launchArgs: [
        folder,
        `--user-data-dir=${join(data.path, 'user')}`,
        `--extensions-dir=${join(data.path, 'extensions')}`,
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
      ],
    });
  } finally {
    data.remove();
  }
}
