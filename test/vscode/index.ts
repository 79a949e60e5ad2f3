import '../host/guard.js';
import { runMocha, type Run } from '../host/record.ts';

/** What the extension host calls: it runs the tests that the test run has bundled. */
export async function run(): Promise<void> {
  // Stack traces then name the lines of the `.ts` files.
  process.setSourceMapsEnabled(true);
  const asked = JSON.parse(process.env['NEURON_EXPLANATIONS_RUN'] ?? '') as Run;
  if (!(await runMocha(asked))) throw new Error('Tests failed');
}
