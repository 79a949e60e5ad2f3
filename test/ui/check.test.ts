import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { Workbench } from './workbench.ts';

describe('the report of a check', () => {
  it('has links that open a file at the line of its problem', async () => {
    const workbench = await Workbench.scratch();
    workbench.put(join(root, 'test/fixtures/bad'), 'bad');
    await workbench.chooseFromMenu(workbench.tree.row('bad'), 'Check Explanation Directory');
    await workbench.activeTab().filter({ hasText: 'Check of bad' }).waitFor();
    const link = workbench.page.locator('.detected-link', { hasText: /^1\/7\.jsonl:1:[1-9]\d+$/ });
    await link.first().waitFor();
    const [, line, column] = (await link.first().innerText()).split(':');
    await workbench.screenshot('check-report');
    const opened = workbench.activeTab().filter({ hasText: '7.jsonl' });
    // VS Code draws links anew while it finds them, and a click then goes to none.
    while (!(await opened.isVisible()))
      await link
        .first()
        .click({ modifiers: ['ControlOrMeta'], timeout: 2000 })
        .catch(() => undefined);
    const place = workbench.page.locator('.statusbar-item', {
      hasText: `Ln ${line}, Col ${column}`,
    });
    await place.waitFor();
    await workbench.screenshot('check-report-opened');
  });
});
