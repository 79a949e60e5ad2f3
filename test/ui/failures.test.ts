import { Workbench } from './workbench.ts';

/** What a person would have seen when a test of any file failed, in `out/screenshots/`. */
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.titlePath().join(' ').replaceAll(/\W+/g, '-');
  for (const [i, workbench] of [...Workbench.all].entries())
    await workbench.screenshot(`failed-${name}-${i + 1}`);
});
