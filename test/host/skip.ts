import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Reasoned {
  skipReason?: string;
  parent?: Reasoned | undefined;
}

/**
 * Skips the test, or, in a `before` hook, all tests of its `describe`, with a reason that the test
 * run prints: mocha's own `this.skip()` gives none.
 */
export function skip(context: Mocha.Context, reason: string): never {
  const runnable = context.runnable();
  // In a `before` hook, mocha's `currentTest` is the first test of the many that are skipped.
  const skipsGroup = runnable.title.startsWith('"before all"');
  const skipped = skipsGroup ? runnable.parent : (context.currentTest ?? runnable);
  if (skipped) (skipped as Reasoned).skipReason = reason;
  return context.skip();
}

/** Why a test was skipped: what was said of it, or of a group that it is in. */
export function reasonOf(test: Mocha.Test): string {
  for (let each: Reasoned | undefined = test; each; each = each.parent)
    if (each.skipReason) return each.skipReason;
  return 'no reason given';
}

/**
 * A path below `shared/`, which only the developers' machines have: where it is absent, the test
 * that asks is skipped. The test run sets the variable, for every suite.
 */
export function sharedOrSkip(context: Mocha.Context, path: string): string {
  const shared = process.env['NEURON_EXPLANATIONS_SHARED'] ?? '';
  const full = join(shared, path);
  if (!shared || !existsSync(full)) skip(context, `needs shared/${path}, which is not here`);
  return full;
}
