import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onExit, temporaryFolder } from './cleanup.ts';
import { fetchServer } from './codeServer.ts';
import { guardArguments } from './guardRun.ts';
import { quiet, restricted, type Settings, writeSettings } from './settings.ts';

export interface Server {
  port: number;
  /** Who knows it may use the server; any other page or user on this machine may not. */
  token: string;
  /** Resolves when the server is no more, by `stop` or by itself. */
  ended: Promise<unknown>;
  stop: () => void;
}

export interface ServerOptions {
  /** Absolute: the extensions to be there as if a user had installed them. */
  installed?: readonly string[];
  /**
   * Whether the page may name an extension under development, and tests. It is how VS Code's own
   * smoke tests run: notifications then stay hidden, so that people and their tests go without.
   */
  development?: boolean;
  /** Opens the folder without trust, as VS Code does before it has asked. */
  restricted?: boolean;
  /** The display language, such as `de`, of extensions: VS Code's own texts stay English. */
  language?: string;
  /** More settings, of the user and of the machine. */
  settings?: Settings;
  env?: NodeJS.ProcessEnv;
}

/** The server looks for extensions nowhere. */
const noGallery = JSON.stringify({ serviceUrl: '' });

/** Starts a VS Code server on a free loopback port, with data of its own that goes with it. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const vscode = await fetchServer();
  const data = temporaryFolder();
  for (const extension of options.installed ?? [])
    install(extension, join(data.path, 'extensions'));
  const settings = { ...quiet, ...(options.restricted && restricted), ...options.settings };
  writeSettings(join(data.path, 'data/User/settings.json'), settings);
  // Some settings only count on the machine where the extension runs.
  if (options.settings)
    writeSettings(join(data.path, 'data/Machine/settings.json'), options.settings);
  if (options.language !== undefined) addLanguage(options.language, join(data.path, 'data'));
  const token = randomBytes(16).toString('hex');

  const child = spawn(
    process.execPath,
    [
      ...guardArguments(),
      join(vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--server-data-dir', data.path, '--telemetry-level', 'off'],
      '--accept-server-license-terms',
      ...(options.restricted ? [] : ['--disable-workspace-trust']),
      '--force-disable-user-env',
      ...(options.language === undefined ? [] : ['--locale', options.language]),
      ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: noGallery, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a process group of its own, which is ended as one: the server has children.
      detached: true,
    },
  );
  const stop = onExit(() => {
    endGroup(child);
    data.remove();
  });
  const ended = once(child, 'exit');
  try {
    return { port: await listening(child), token, ended, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** By a symlink: without a list of extensions, the server makes one from the folder. */
function install(extension: string, folder: string): void {
  const manifest = readFileSync(join(extension, 'package.json'), 'utf8');
  const { publisher, name, version } = JSON.parse(manifest) as Record<string, string>;
  mkdirSync(folder, { recursive: true });
  symlinkSync(extension, join(folder, `${publisher}.${name}-${version}`), 'junction');
}

/** As if a language pack were installed: one that translates nothing of VS Code. */
function addLanguage(language: string, userData: string): void {
  const file = join(userData, 'no-texts.json');
  const pack = {
    hash: 'none',
    extensions: [{ extensionIdentifier: { id: `none.${language}` }, version: '1.0.0' }],
    translations: { vscode: file },
    label: language,
  };
  writeFileSync(file, JSON.stringify({ contents: {} }));
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The port the server says it listens on. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Error(`The VS Code server ${why}.\n${output}`));
    const timer = setTimeout(() => fail('did not get ready within 60 seconds'), 60_000);
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', (error) => fail(`could not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${signal ?? code}`);
    });
  });
}
