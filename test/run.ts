/**
 * Runs the suites named, or all but the pictures: `run.ts [unit|conformance|vscode|page|ui|pictures …] [--grep REGEXP] [--slowest N]`. The last line it prints counts the tests of them all.
 */
import { parseArgs } from 'node:util';
import { ensureHome } from './host/home.ts';
import { shared } from './host/paths.ts';
import { printResults, printSlowest, printTotal } from './host/report.ts';
import type { Results } from './host/results.ts';
import { byNameOnly, lanes, runSuite, suites } from './host/suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, slowest: { type: 'string', default: '0' } },
});
const unknown = positionals.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
  process.exit(1);
}

ensureHome();
process.env['NEURON_EXPLANATIONS_SHARED'] = shared;
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
const all: Results[] = [];
await Promise.all(
  [...lanes, byNameOnly.filter((name) => positionals.includes(name))].map(async (lane) => {
    for (const name of lane.filter(wanted)) {
      const start = performance.now();
      const results = await runSuite(name, suites[name]!, values.grep);
      printResults(name, results, (performance.now() - start) / 1000);
      printSlowest(results, Number(values.slowest));
      all.push(results);
    }
  }),
);
printTotal(all);
// Where every test was skipped, nothing is known: that is no success either.
const nothingRan = all.every((results) => results.passed === 0);
const anyFailed = all.some((results) => results.failures.length > 0);
process.exit(nothingRan || anyFailed ? 1 : 0);
