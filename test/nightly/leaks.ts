import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { printResults } from '../host/report.ts';
import { runSuite, suites } from '../host/suites.ts';

interface Figures {
  readonly count: number;
  readonly before: { heap: number; handles: number; listeners: number };
  readonly after: { heap: number; handles: number; listeners: number };
}

/** `leaks [NEURONS]`: 500 if nothing is said; twice as many searches. */
export async function run([neurons = '500']: readonly string[]): Promise<boolean> {
  const file = join(temporaryFolder().path, 'figures.json');
  process.env['NEURON_EXPLANATIONS_LEAKS'] = neurons;
  process.env['NEURON_EXPLANATIONS_FIGURES'] = file;
  const results = await runSuite('vscode', { ...suites['vscode']!, minutes: 60 }, 'nothing leaks');
  printResults('leaks', results, 0);
  if (!existsSync(file)) return false;
  const figures = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Figures>;
  for (const [what, { count, before, after }] of Object.entries(figures))
    console.log(
      `${count} ${what}: heap ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB, handles ${before.handles} to ${after.handles}, listeners ${before.listeners} to ${after.listeners}`,
    );
  return results.failures.length === 0;
}
