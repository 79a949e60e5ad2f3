import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

/** What is done and asked of every window, whichever the tests. */

/** What a person would have seen when a test failed, in `out/screenshots/`. */
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.titlePath().join(' ').replaceAll(/\W+/g, '-');
  for (const [i, workbench] of [...Workbench.all].entries())
    await workbench.screenshot(`failed-${name}-${i + 1}`);
});

after('no page said anything against its content security policy', () => {
  const violations = Workbench.console.filter((line) => /Content Security Policy/.test(line));
  assert.deepEqual(violations, []);
});
