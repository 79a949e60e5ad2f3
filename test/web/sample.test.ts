import { NeuronView } from '../ui/neuronView.ts';
import { Workbench } from '../ui/workbench.ts';

describe('an extension from a web server, which lists no folders', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(undefined, { fromWebServer: true });
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
    // VS Code brings the editors back before the extension runs.
    await workbench.reload();
    await workbench.page.getByText('"neuron_id"').first().waitFor();
    await workbench.tree.row('Sample').waitFor();
  });
});
