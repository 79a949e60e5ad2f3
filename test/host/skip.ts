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
  const skipped = isForGroup(runnable) ? runnable.parent : (context.currentTest ?? runnable);
  if (skipped) (skipped as Reasoned).skipReason = reason;
  return context.skip();
}

/** In a `before` hook, mocha's `currentTest` is the first test of the many that are skipped. */
const isForGroup = (runnable: Mocha.Runnable) => runnable.title.startsWith('"before all"');

/** Why a test was skipped: what was said of it, or of a group that it is in. */
export function reasonOf(test: Mocha.Test): string {
  for (let each: Reasoned | undefined = test; each; each = each.parent)
    if (each.skipReason) return each.skipReason;
  return 'no reason given';
}

/** Titles of tests that use `shared/`, to run only these. */
export const sharedTitle = /\bshared\b/;

/**
 * A path below `shared/`, which only the developers' machines have: where it is absent, the test
 * that asks is skipped. The test run sets the variable, for every suite.
 */
export function sharedOrSkip(context: Mocha.Context, path: string): string {
  const runnable = context.runnable();
  const title = (isForGroup(runnable) ? runnable.parent! : runnable).titlePath().join(' ');
  if (!sharedTitle.test(title))
    throw new Error(`“${title}” uses shared/${path}: add “(needs shared/data)” to its title`);
  const shared = process.env['NEURON_EXPLANATIONS_SHARED'] ?? '';
  const full = join(shared, path);
  if (!shared || !existsSync(full)) skip(context, `needs shared/${path}, which is not here`);
  return full;
}
