import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { startGuardProxy } from './guardProxy.ts';
import { isExecutable, reachable, runCommand, which } from './runCommand.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // It would not use the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // A container's /dev/shm is often too small for Chromium.
  '--disable-dev-shm-usage',
];

type Source = () => string | undefined | Promise<string | undefined>;

/** Where a browser may come from, the quickest first; each is tried only if those before failed. */
const sources: [string, Source][] = [
  ['CHROME_PATH', () => process.env['CHROME_PATH']],
  ['a Chromium that has no windows, which is the quickest', windowless],
  ['an installed Chrome or Chromium', installed],
  ["Playwright's Chromium", playwrights],
  ["Debian's chromium", () => debians('chromium')],
];

let found: Promise<string> | undefined;
let shared: Promise<Browser> | undefined;

/** Starts a browser that shows no window, on any machine that has one or can get one. */
export async function launchBrowser(): Promise<Browser> {
  found ??= findBrowser();
  return launch(await found);
}

/** The browser of all tests in this process, which ends with it; each has pages of its own. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

/** Its requests to other addresses than loopback go to a proxy that refuses them. */
async function launch(executablePath: string): Promise<Browser> {
  const proxy = await startGuardProxy();
  // Not Playwright's own option, which sends those to loopback there, too.
  const args = [...flags, `--proxy-server=${proxy}`];
  return chromium.launch({ executablePath, args });
}

/** The path of one that does start. */
async function findBrowser(): Promise<string> {
  const failures: string[] = [];
  for (const [name, source] of sources) {
    const executablePath = await source();
    if (!executablePath) {
      failures.push(`${name}: none`);
      continue;
    }
    try {
      await (await launch(executablePath)).close();
      return executablePath;
    } catch (error) {
      failures.push(
        `${name} (${executablePath}): ${String(error).split('\n').slice(0, 3).join(' ')}`,
      );
    }
  }
  throw new Error(
    `No browser to run VS Code in. Install Chrome or Chromium, or set CHROME_PATH.\n` +
      failures.map((line) => `  ${line}`).join('\n'),
  );
}

function installed(): string | undefined {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env['PROGRAMFILES'] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ];
  return which(...names) ?? elsewhere.find(isExecutable);
}

async function playwrights(): Promise<string | undefined> {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  if (!(await reachable('https://cdn.playwright.dev/'))) return undefined;
  console.log("No browser here: fetching Playwright's Chromium");
  const cli = join(createRequire(import.meta.url).resolve('playwright-core'), '../cli.js');
  const done = await runCommand(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
  return done && existsSync(path) ? path : undefined;
}

/** An installed headless browser; machines that only run tests install it. */
function windowless(): ReturnType<Source> {
  const name = 'chromium-headless-shell';
  return which(name) ?? (process.env['CI'] ? debians(name) : undefined);
}

async function debians(name: string): Promise<string | undefined> {
  const apt = which('apt-get');
  if (!apt || process.getuid?.() !== 0) return undefined;
  console.log(`Installing Debian's ${name} to test in, about a minute, once`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  const quietly = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'];
  // Lists that are partly out of reach may still have what is wanted.
  await runCommand(apt, [...quietly, 'update'], options);
  const packages = [name, 'fonts-liberation', 'fonts-dejavu-core'];
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  await runCommand(apt, [...quietly, ...install], options);
  return which(name);
}
