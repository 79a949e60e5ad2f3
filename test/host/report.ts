import type { Results } from './results.ts';

/** What happened in one suite: every failure with its error, every skip with its reason. */
export function printResults(suite: string, results: Results, seconds: number): void {
  for (const { title, error } of results.failures)
    console.log(`\nFAILED ${suite}: ${title}\n${error.replace(/^/gm, '    ')}\n`);
  for (const { title, error } of results.retries)
    console.log(`\ntried again ${suite}: ${title}\n${error.replace(/^/gm, '    ')}\n`);
  for (const { title, reason } of results.skips)
    console.log(`skipped ${suite}: ${title} (${reason})`);
  console.log(`${suite}: ${count([results])} in ${seconds.toFixed(1)} s`);
}

/** The tests that take longest, for whoever wants to make them shorter. */
export function printSlowest(results: Results, count: number): void {
  const slowest = [...results.times].sort((a, b) => b.seconds - a.seconds).slice(0, count);
  for (const { title, seconds } of slowest) console.log(`${seconds.toFixed(1)} s ${title}`);
}

/** The last line of a test run, which tools read as well as people. */
export function printTotal(all: Results[]): void {
  console.log(`\n${count(all)}`);
}

function count(all: Results[]): string {
  const sum = (of: (results: Results) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  const skipped = sum((results) => results.skips.length);
  const counts = `${sum((results) => results.passed)} passed, ${sum((results) => results.failures.length)} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}
