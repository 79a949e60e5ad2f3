import assert from 'node:assert/strict';
import { runsInWeb } from '../host/web.ts';
import { Workbench } from './workbench.ts';

describe('the host of the extension', () => {
  it('is Node on a server, unless the user chooses the browser', async () => {
    const workbench = await Workbench.samples();
    await workbench.runCommand('Neuron Explanations: Report Issue');
    const facts = workbench.page.locator('.editor-instance .view-lines');
    await facts.getByText('Restricted Mode').waitFor();
    // VS Code shows spaces as such that do not break.
    const text = (await facts.innerText()).replaceAll('\u00a0', ' ');
    assert.match(text, runsInWeb ? /- Host: Web worker, Mozilla/ : /- Host: Node v\d/);
    await workbench.screenshot('report-issue');
    // Others share the window, and a question to save would be in their way.
    await workbench.runCommand('View: Revert and Close Editor');
    await workbench.tabs().first().waitFor({ state: 'detached' });
  });
});
