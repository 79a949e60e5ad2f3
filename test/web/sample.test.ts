import assert from 'node:assert/strict';
import { temporaryFolder } from '../host/cleanup.ts';
import { NeuronView } from '../ui/neuronView.ts';
import { Workbench } from '../ui/workbench.ts';

describe('an extension from a web server, which lists no folders', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(temporaryFolder().path, { fromWebServer: true });
    await workbench.openNeurons();
  });
  after(() => workbench?.close());

  it('has its sample: its neurons, its overview and its files', async () => {
    await workbench.sidebar().getByRole('button', { name: 'Open Sample Data' }).click();
    const tabs = workbench.tabs();
    await tabs.filter({ hasText: 'Overview of Sample' }).waitFor();
    await tabs.filter({ hasText: /^\d+:\d+$/ }).waitFor();
    await workbench.tree.row('Sample').waitFor();
    const view = new NeuronView(workbench);
    await view.open(5, 131);
    // Another file of the server.
    await view.find('.analysis .plot svg').first().waitFor();
    await workbench.screenshot('from-web-server');
    await workbench.page.getByRole('button', { name: 'Open JSON' }).first().click();
    await workbench.page.locator('.tab.active', { hasText: '131.jsonl' }).waitFor();
    await workbench.page.getByText('"neuron_id"').first().waitFor();
  });

  it('proposes a place in the workspace to save to, since the sample has none', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('Sample'), 'Export Catalog…');
    const { input } = workbench.palette;
    await workbench.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.quick-input-widget input')].some(
        ({ value }) => value.endsWith('.parquet'),
      ),
    );
    assert.equal(await input.inputValue(), `${workbench.folder}/Sample.parquet`);
    await workbench.page.keyboard.press('Escape');
  });

  it('shows a file of it again after a reload, before anything else is asked of it', async () => {
    await workbench.reload();
    await workbench.page.getByText('"neuron_id"').first().waitFor();
    await workbench.openNeurons();
    await workbench.tree.row('Sample').waitFor();
  });
});
