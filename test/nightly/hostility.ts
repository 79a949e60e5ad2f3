import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildScanner } from '../../buildScanner.js';
import { runHostilePatterns } from '../unit/hostility/patternRun.ts';
import type { HostileReport, HostileWork } from '../unit/hostility/worker.ts';

/** No case takes a thousandth of that, in milliseconds. */
const hangsAfter = 120_000;

/**
 * `hostility [--cases N] [--seed N] [--only NAME] [--path PATH]`: generated files and queries for
 * decoder, scanner, view and search; then 200 patterns that backtrack (`--only patterns`). Prints
 * seed, path and shrunk case of each failure.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { ...string, default: '100000' }, seed: string, only: string, path: string },
  });
  const { only, path } = values;
  if (only === 'patterns') return patterns(seedOf(values.seed));
  const seed = seedOf(values.seed);
  const cases = Number(values.cases);
  const at = new Int32Array(new SharedArrayBuffer(4));
  const reports = await look({ wasm: await buildScanner(), cases, seed, only, path, at });
  const failures = reports.flatMap(({ failure }) => failure ?? []);
  for (const failure of failures) console.log(`\n${failure}`);
  const tried = reports.reduce((sum, report) => sum + report.cases, 0);
  console.log(`${tried} cases, seed ${seed}: ${failures.length} kinds of them failed`);
  const good = only !== undefined || (await patterns(seed));
  return tried > 0 && failures.length === 0 && good;
}

const seedOf = (said: string | undefined) =>
  said === undefined ? Date.now() % 2 ** 31 : Number(said);

/** Regular expressions that backtrack, on this thread, which they must not hold up. */
async function patterns(seed: number): Promise<boolean> {
  const [count, neurons] = [200, 8258];
  const { held, pattern, refused } = await runHostilePatterns(count, neurons, seed);
  console.log(
    `patterns: ${count} that backtrack, ${refused} of them refused, over ${neurons} explanations, seed ${seed}: the host is held up for ${held.toFixed(0)} ms at most, by ${pattern}`,
  );
  return held <= 100;
}

/** Looks at all cases in another thread, and does not wait for one that does not end. */
function look(workerData: HostileWork): Promise<readonly HostileReport[]> {
  const worker = new Worker(new URL('../unit/hostility/worker.ts', import.meta.url), {
    workerData,
    // As much as a main thread has.
    resourceLimits: { stackSizeMb: 1 },
  });
  const reports: HostileReport[] = [];
  return new Promise((resolve, reject) => {
    let running: HostileReport | undefined;
    let last = { at: -1, time: performance.now() };
    const watch = setInterval(() => {
      const now = { at: Atomics.load(workerData.at, 0), time: performance.now() };
      if (now.at !== last.at) last = now;
      if (!running || now.time - last.time < hangsAfter) return;
      const failure = `${running.name}: case ${now.at} of all does not end, seed ${workerData.seed}`;
      reports.push({ ...running, done: true, failure });
      void worker.terminate();
    }, 1000);
    worker.on('message', (report: HostileReport) => {
      running = report.done ? undefined : report;
      if (!report.done) return;
      reports.push(report);
      console.log(`${report.name}: ${report.cases} cases, ${report.failure ? 'FAILED' : 'good'}`);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(reports);
    });
  });
}
