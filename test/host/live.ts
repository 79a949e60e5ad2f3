import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.ts';
import { printResults } from './report.ts';
import { runSuite, suites } from './suites.ts';

export interface LiveFigures {
  /** How much the writer did. */
  readonly changes: number;
  /** Milliseconds from its last change until all that is shown was equal to the disk. */
  readonly took: number;
  /** What differed last; empty if nothing did. */
  readonly differs: string;
}

/** Runs a writer beside VS Code, in its extension host; undefined if the test failed. */
export async function runLive(seconds: number, seed: number): Promise<LiveFigures | undefined> {
  const file = join(temporaryFolder().path, 'figures.json');
  process.env['NEURON_EXPLANATIONS_LIVE'] = String(seconds);
  process.env['NEURON_EXPLANATIONS_SEED'] = String(seed);
  process.env['NEURON_EXPLANATIONS_FIGURES'] = file;
  const results = await runSuite('vscode', suites['vscode']!, 'a writer beside the editor');
  if (results.failures.length > 0 || !existsSync(file)) {
    printResults('live', results, 0);
    return undefined;
  }
  return JSON.parse(readFileSync(file, 'utf8')) as LiveFigures;
}
