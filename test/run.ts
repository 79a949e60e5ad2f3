/**
 * `run.ts [SUITE …] [--grep REGEXP | --shared] [--slowest N]`: runs suites, by default all but the
 * pictures. `--shared` runs the tests that use `../shared`. The last line counts all tests.
 */
import { parseArgs } from 'node:util';
import { removeOldCache } from './host/cache.ts';
import { describeContacts, guardRun } from './host/guardRun.ts';
import { ensureHome } from './host/home.ts';
import { shared } from './host/paths.ts';
import { printResults, printSlowest, printTotal, skipTable } from './host/report.ts';
import { mustHaveRun, type Results } from './host/results.ts';
import { sharedTitle } from './host/skip.ts';
import { byNameOnly, lanes, runSuite, suites } from './host/suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    shared: { type: 'boolean' },
    slowest: { type: 'string', default: '0' },
  },
});
const unknown = positionals.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
  process.exit(1);
}

ensureHome();
guardRun();
removeOldCache();
process.env['NEURON_EXPLANATIONS_SHARED'] = shared;
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
const grep = values.shared ? sharedTitle.source : values.grep;
const all: [suite: string, Results][] = [];
await Promise.all(
  [...lanes, byNameOnly.filter((name) => positionals.includes(name))].map(async (lane) => {
    for (const name of lane.filter(wanted)) {
      const start = performance.now();
      const results = await runSuite(name, suites[name]!, grep);
      if (values.shared) mustHaveRun(results);
      printResults(name, results, (performance.now() - start) / 1000);
      printSlowest(results, Number(values.slowest));
      all.push([name, results]);
    }
  }),
);
const contacts = describeContacts();
if (contacts !== undefined) {
  const failures = [{ title: 'contacts this machine only', error: contacts }];
  const results: Results = { passed: 0, times: [], failures, skips: [], retries: [] };
  printResults('guard', results, 0);
  all.push(['guard', results]);
}
for (const line of skipTable(all)) console.log(line);
const results = all.map(([, each]) => each);
printTotal(results);
// Where every test was skipped, nothing is known: that is no success either.
const nothingRan = results.every(({ passed }) => passed === 0);
const anyFailed = results.some(({ failures }) => failures.length > 0);
process.exit(nothingRan || anyFailed ? 1 : 0);
