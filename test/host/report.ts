import { separator, type Results } from './results.ts';

/** What happened in one suite: every failure with its error. */
export function printResults(suite: string, results: Results, seconds: number): void {
  for (const { title, error } of results.failures)
    console.log(`\nFAILED ${suite}: ${title}\n${error.replace(/^/gm, '    ')}\n`);
  for (const { title, error } of results.retries)
    console.log(`\ntried again ${suite}: ${title}\n${error.replace(/^/gm, '    ')}\n`);
  console.log(`${suite}: ${count([results])} in ${seconds.toFixed(1)} s`);
}

/** The tests that take longest, for whoever wants to make them shorter. */
export function printSlowest(results: Results, count: number): void {
  const slowest = [...results.times].sort((a, b) => b.seconds - a.seconds).slice(0, count);
  for (const { title, seconds } of slowest) console.log(`${seconds.toFixed(1)} s ${title}`);
}

/** Skipped tests as lines of a table: for each reason, its suites and groups. */
export function skipTable(all: [suite: string, Results][]): string[] {
  const reasons = new Map<string, Map<string, string[]>>();
  const width = Math.max(...all.map(([suite]) => suite.length));
  for (const [suite, { skips }] of all)
    for (const { title, reason } of skips) {
      const group = title.split(separator).slice(0, -1).join(separator);
      const groups = getOrAdd(reasons, reason, () => new Map<string, string[]>());
      getOrAdd(groups, `    ${suite.padEnd(width)}  ${group}`, () => []).push(title);
    }
  const lines = [...reasons].flatMap(([reason, groups]) => [
    `  ${reason}`,
    ...[...groups].map(([group, titles]) => `${group}: ${describeTests(titles)}`),
  ]);
  return lines.length === 0 ? [] : ['', 'Skipped:', ...lines];
}

const describeTests = (titles: string[]) =>
  titles.length === 1 ? titles[0]!.split(separator).at(-1) : `${titles.length} tests`;

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
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
