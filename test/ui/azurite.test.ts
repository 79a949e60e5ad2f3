import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { skip } from '../host/skip.ts';
import { azuriteOrSkip } from '../host/storeServers.ts';
import { runsInWeb } from '../host/web.ts';
import {
  account,
  accountSignature,
  AzureWriter,
  key,
} from '../unit/files/stores/support/azurite.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

const names = ['5/131.jsonl', '5/742.jsonl', '11/3.jsonl'];

describe('a real store, Azurite', () => {
  let workbench: Workbench;
  let view: NeuronView;
  let stop = () => {};

  before(async function () {
    this.timeout(180_000);
    if (runsInWeb) skip(this, 'needs a store that lets web pages read it, which Azurite does not');
    const server = await azuriteOrSkip(this);
    stop = () => server.stop();
    const writer = new AzureWriter(server.origin);
    for (const [container, access] of [
      ['private', undefined],
      ['public', 'container'],
      ['unlisted', 'blob'],
    ] as const) {
      await writer.makeContainer(container, access);
      for (const name of names) {
        const text = readFileSync(join(root, 'samples/explanations', name), 'utf8');
        await writer.write(container, `explanations/${name}`, text);
      }
    }
    const endpoints = { [`az://${account}`]: `${server.origin}/${account}` };
    workbench = await Workbench.open(undefined, {
      settings: { 'neuronExplanations.stores.endpoints': endpoints },
    });
    view = new NeuronView(workbench);
    await workbench.openNeurons();
  });
  after(async () => {
    await workbench?.close();
    stop();
  });
  afterEach(async () => {
    if (!workbench) return;
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Notifications: Clear All Notifications');
    const directory = workbench.tree.row('explanations');
    if (await directory.isVisible())
      await workbench.chooseFromMenu(directory, 'Remove Explanation Directory');
    await workbench.tree.rows.first().waitFor({ state: 'detached' });
  });

  const add = async (address: string) => {
    await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
    await workbench.palette.type(address);
    await workbench.page.keyboard.press('Enter');
  };
  const notification = (text: string | RegExp) =>
    workbench.page.locator('.notification-list-item').filter({ hasText: text });

  it('is browsed, opened, searched and indexed in a public container', async () => {
    await add(`az://${account}/public/explanations`);
    await workbench.tree.row('Layer 11').waitFor();
    await view.open(5, 131);
    await workbench.runCommand('Neuron Explanations: Index All Neurons…');
    await workbench.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Start Indexing' })
      .click();
    await workbench.tree.row('explanations').filter({ hasText: '3 neurons' }).waitFor();
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('months');
    await workbench.palette.items.filter({ hasText: '5:742' }).waitFor();
    await workbench.screenshot('azurite-search');
    await workbench.palette.close();
  });

  it('is read in a private container by a signature behind the address', async () => {
    const signature = accountSignature({ permissions: 'rl' });
    await add(`https://${account}.blob.core.windows.net/private/explanations?${signature}`);
    await workbench.tree.row('Layer 11').waitFor();
    await view.open(5, 742);
    await workbench.screenshot('azurite-private');
    const shown = await workbench.page.locator('body').innerText();
    assert.ok(!shown.includes('sig='), shown);
    await workbench.runCommand('Neuron Explanations: Remove Key for Store…');
    await workbench.palette.items.first().click();
  });

  it('says that a container is private, and takes its key', async () => {
    await add(`az://${account}/private/explanations`);
    const refused = notification('status 404').or(notification('status 403')).first();
    await refused.waitFor();
    await workbench.screenshot('azurite-refused');
    await refused.getByRole('button', { name: 'Add Key…' }).click();
    await workbench.palette.widget.getByText(/account key/).waitFor();
    await workbench.palette.type(key);
    await workbench.page.keyboard.press('Enter');
    await workbench.tree.row('Layer 11').waitFor();
    await view.open(11, 3);
    await workbench.runCommand('Neuron Explanations: Remove Key for Store…');
    await workbench.palette.items.first().click();
  });

  it('is read by numbers where it may not be listed', async () => {
    await add(`az://${account}/unlisted/explanations`);
    const refused = notification(/status 40[34]/).first();
    await refused.getByRole('button', { name: 'Enter Layers and Neurons…' }).click();
    await workbench.palette.widget.getByText('Number of layers').waitFor();
    await workbench.palette.type('12');
    await workbench.page.keyboard.press('Enter');
    await workbench.palette.widget.getByText('neurons in each layer').waitFor();
    await workbench.palette.type('1000');
    await workbench.page.keyboard.press('Enter');
    await workbench.tree.row('Layer 11').waitFor();
    await workbench.runCommand('Neuron Explanations: Go to Neuron…');
    await workbench.palette.type('5:131');
    await workbench.page.keyboard.press('Enter');
    await view.shows(5, 131);
    await workbench.screenshot('azurite-unlisted');
  });
});
