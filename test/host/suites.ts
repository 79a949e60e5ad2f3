import { globSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { buildExtension } from './build.ts';
import { temporaryFolder } from './cleanup.ts';
import { fetchServer } from './codeServer.ts';
import { root } from './paths.ts';
import type { Run } from './record.ts';
import { readResults, type Results } from './results.ts';
import { runInChild } from './runInChild.ts';
import { runInVSCode } from './runInVscode.ts';
import { webEnv } from './web.ts';

interface Suite {
  /** The folders of its files in `test/`, if not only that with its name. */
  folders?: string[];
  /** Runs the tests; what it rejects with is why they ended early, where no result says so. */
  run: (run: Run, signal: AbortSignal) => Promise<void>;
  /** The seconds after which a test is taken to hang, if it does not say so itself. */
  testSeconds: number;
  /** Retries of a failed test: an editor driven from outside sometimes loses a click. */
  retries: number;
  /** Minutes until the suite counts as hung: many times its usual time, for busy machines. */
  minutes: number;
  /** Whether the tests run the extension as it is built. */
  built: boolean;
}

export const suites: Record<string, Suite> = {
  unit: { run: runInChild, testSeconds: 240, retries: 0, minutes: 20, built: true },
  conformance: { run: runInChild, testSeconds: 60, retries: 0, minutes: 10, built: false },
  vscode: { run: runInVSCode, testSeconds: 120, retries: 0, minutes: 20, built: true },
  page: { run: runInBrowser, testSeconds: 120, retries: 0, minutes: 20, built: true },
  ui: { run: runInWorkbench, testSeconds: 120, retries: 1, minutes: 30, built: true },
  /** The tests of `ui` again, with the extension in a web worker, and some of its own. */
  web: {
    folders: ['ui', 'web'],
    run: (run, signal) => runInWorkbench(run, signal, webEnv),
    testSeconds: 120,
    retries: 1,
    minutes: 30,
    built: true,
  },
  /** For people to look at: nothing is found out by it, and so it is run by its name only. */
  pictures: { run: runInWorkbench, testSeconds: 120, retries: 0, minutes: 15, built: true },
};

/** Run in parallel: suites in VS Code take as long as all others, and leave a core idle. */
export const lanes = [
  ['unit', 'conformance', 'page'],
  ['vscode', 'ui', 'web'],
];

/** Those that are run where they are named, and not otherwise. */
export const byNameOnly = ['pictures'];

/** What is fetched once is fetched before the tests, whose time is limited. */
async function runInBrowser(...args: Parameters<typeof runInChild>): Promise<void> {
  await (await launchBrowser()).close();
  await runInChild(...args);
}

async function runInWorkbench(...args: Parameters<typeof runInChild>): Promise<void> {
  await fetchServer();
  await runInBrowser(...args);
}

/** Runs the suite over all its files, `test/FOLDER/**\/*.test.ts`; never rejects. */
export async function runSuite(name: string, suite: Suite, grep?: string): Promise<Results> {
  const folder = temporaryFolder();
  const resultsFile = join(folder.path, 'results.jsonl');
  const { folders = [name], testSeconds, retries } = suite;
  const files = folders.flatMap((each) =>
    globSync(join(root, 'test', each, '**/*.test.ts')).sort(),
  );
  const run: Run = { files, resultsFile, timeout: testSeconds * 1000, retries, grep };
  let problem: string | undefined;
  try {
    if (files.length === 0) throw new Error(`there is no test/${folders.join()}/**/*.test.ts`);
    if (suite.built) await buildExtension();
    await suite.run(run, AbortSignal.timeout(suite.minutes * 60_000));
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const results = readResults(resultsFile, problem);
  folder.remove();
  return results;
}
