import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { addressOf } from './address.ts';
import { launchBrowser } from './browser.ts';
import { root } from './paths.ts';
import { startServer } from './server.ts';

interface Opened {
  folder: string;
  tests: string;
  env: NodeJS.ProcessEnv;
}

/** Runs the module `tests` in the server's extension host; rejects when it fails or hangs. */
export async function runInServer(opened: Opened, signal: AbortSignal): Promise<void> {
  const browser = await launchBrowser();
  const server = await startServer({ development: true, env: opened.env });
  try {
    const page = await browser.newPage();
    const said = await listen(page);
    const ended = exitOf(page);
    const address = addressOf(server, opened.folder, { extension: root, tests: opened.tests });
    await page.goto(address, { waitUntil: 'commit' });
    const end = await Promise.race([
      ended,
      once(signal, 'abort').then(() => 'the suite took too long and was ended'),
      server.ended.then(() => 'the server ended'),
    ]);
    if (end !== 0) throw new Error([`exit: ${end}`, ...said.slice(-20)].join('\n'));
  } finally {
    server.stop();
    await browser.close();
  }
}

/** What the extension host's console says, which grows; the workbench hands it to the page. */
async function listen(page: Page): Promise<string[]> {
  const said: string[] = [];
  const show = Boolean(process.env['NEURON_EXPLANATIONS_VERBOSE']);
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = `${type}: ${args.map(String).join(' ')}`;
    said.push(line);
    if (show) console.log(line);
  });
  return said;
}

/** The code that the tests' extension host ends with: 0, or 1 where they failed. */
function exitOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('the page of the workbench crashed')));
  });
}
