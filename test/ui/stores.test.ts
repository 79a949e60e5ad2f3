import assert from 'node:assert/strict';
import { StubStore } from '../unit/files/stores/support/stubStore.ts';
import { NeuronView } from './neuronView.ts';
import { sampleFiles } from './sampleFiles.ts';
import { Workbench } from './workbench.ts';

const account = 'account.blob.core.windows.net/runs';
const openaipublic = 'openaipublic.blob.core.windows.net/neuron-explainer';

const records = {
  neuron_id: { layer_index: 5, neuron_index: 131 },
  most_positive_activation_records: [{ tokens: [' the', ' sea'], activations: [0.5, 2] }],
  random_sample: [],
};

describe('stores', () => {
  const stub = new StubStore();
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    await stub.start();
    const endpoints = {
      'az://account': `${stub.origin}/account.blob.core.windows.net`,
      'az://openaipublic': `${stub.origin}/openaipublic.blob.core.windows.net`,
    };
    workbench = await Workbench.open(undefined, {
      settings: { 'neuronExplanations.stores.endpoints': endpoints },
    });
    view = new NeuronView(workbench);
    await workbench.openNeurons();
  });
  after(async () => {
    await workbench?.close();
    stub.stop();
  });

  const asked = (what: RegExp) => stub.requests.filter((request) => what.test(request));
  const type = async (text: string) => {
    await workbench.palette.type(text);
    await workbench.page.keyboard.press('Enter');
  };

  describe('a directory', () => {
    before(() =>
      stub.fill(account, {
        ...sampleFiles(),
        'neurons/5/131.json': JSON.stringify(records),
        'related-neurons/weight-based/5/other.json': '{}',
      }),
    );
    after(async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.chooseFromMenu(
        workbench.tree.row('explanations'),
        'Remove Explanation Directory',
      );
      await workbench.tree.rows.first().waitFor({ state: 'detached' });
    });

    it('is added by its address, and shows its layers', async () => {
      await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
      await workbench.screenshot('store-address');
      await type('az://account/runs/explanations');
      await workbench.tree.row('Layer 5').waitFor();
      await workbench.screenshot('store-layers');
      assert.deepEqual(asked(/\.jsonl/), [], 'no file was read');
    });

    it('reads both ends of files when their rows come into sight', async () => {
      await workbench.tree.expand('Layer 5');
      await workbench.tree.rows
        .filter({ hasText: /^131.*0\.\d\d/ })
        .first()
        .waitFor();
      await workbench.tree.row('explanations').filter({ hasText: '7 of 28' }).waitFor();
      await workbench.screenshot('store-rows');
      assert.equal(asked(/\.jsonl/).length, 14);
    });

    it('opens a neuron by one request for its file', async () => {
      stub.requests.length = 0;
      await workbench.tree.row('131').first().click();
      await view.shows(5, 131);
      assert.deepEqual(asked(/\.jsonl?/), [`GET ${account}/explanations%2F5%2F131.jsonl`]);
    });

    it('reads related data when someone looks at it, and says if there is none', async () => {
      await view.byRole('tab', { name: 'Connected' }).click();
      await view.find('main').getByText('has no such file for this neuron').waitFor();
      await workbench.screenshot('store-related-missing');
      stub.requests.length = 0;
      await view.byRole('tab', { name: 'Records' }).click();
      await view.find('.related-data [data-token]').first().waitFor();
      await workbench.screenshot('store-records');
      assert.deepEqual(stub.requests, [
        `GET ${account}/collated-activations%2F5%2F131.json`,
        `GET ${account}/neurons%2F5%2F131.json`,
      ]);
    });

    it('keeps notes on its neurons, though nothing is written to it', async () => {
      await view.byRole('button', { name: 'Star Neuron' }).click();
      await workbench.tree.rows.and(workbench.page.locator('[aria-label*=", starred"]')).waitFor();
      await workbench.screenshot('store-starred');
    });

    it('is compared and summed up', async () => {
      await workbench.runCommand('Neuron Explanations: Compare Explanations');
      await workbench.activeTab().filter({ hasText: '↔' }).waitFor();
      await view.find('[data-token]').first().waitFor();
      await workbench.screenshot('store-comparison');
      await workbench.runCommand('Neuron Explanations: Open Overview');
      await workbench.activeTab().filter({ hasText: 'Overview' }).waitFor();
      await view.find('main').getByText('7 of 28 neurons known').waitFor();
      await workbench.screenshot('store-overview');
      await workbench.closeTab();
      await workbench.closeTab();
    });

    it('shows the JSON', async () => {
      await workbench.runCommand('Neuron Explanations: Open JSON');
      await workbench.activeTab().filter({ hasText: '131.jsonl' }).waitFor();
      await workbench.screenshot('store-json');
    });

    it('says in a search how much is known, and indexes the rest when asked', async () => {
      await workbench.runCommand('Neuron Explanations: Search Explanations…');
      await workbench.palette.type('family');
      await workbench.palette.widget.getByText('7 of 28 neurons known').waitFor();
      await workbench.screenshot('store-search');
      await workbench.palette.close();
      stub.requests.length = 0;
      await workbench.runCommand('Neuron Explanations: Index All Neurons…');
      const dialog = workbench.page.locator('.monaco-dialog-box');
      await dialog.getByText('This sends 28 requests and downloads about').waitFor();
      await workbench.screenshot('store-index');
      await dialog.getByRole('button', { name: 'Start Indexing' }).click();
      await workbench.tree.row('explanations').filter({ hasText: '28 neurons' }).waitFor();
      await workbench.screenshot('store-indexed');
      assert.equal(new Set(asked(/^GET .*\.jsonl/)).size, 28);
    });
  });

  describe('an address that fails for now', () => {
    before(() => stub.fill(account, sampleFiles()));
    after(async () => {
      stub.refuses = () => undefined;
      stub.disturbs = () => undefined;
      await workbench.chooseFromMenu(
        workbench.tree.row('explanations'),
        'Remove Explanation Directory',
      );
      await workbench.tree.rows.first().waitFor({ state: 'detached' });
    });

    it('is tried again when asked', async () => {
      stub.refuses = () => 503;
      stub.disturbs = () => (_, response, answer) => {
        response.setHeader('Retry-After', '0');
        answer();
      };
      await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
      await type('az://account/runs/explanations');
      const message = workbench.page
        .locator('.notification-list-item')
        .filter({ hasText: 'status 503 (tried 6 times).' });
      await message.waitFor();
      await workbench.screenshot('store-try-again');
      stub.refuses = () => undefined;
      await message.getByRole('button', { name: 'Try Again' }).click();
      await workbench.tree.row('Layer 5').waitFor();
    });

    it('says in the tree how to get access if it is refused later', async () => {
      stub.refuses = () => 403;
      await workbench.runCommand('Neuron Explanations: Refresh');
      await workbench.tree.rows
        .filter({ hasText: 'or does not exist. Run “Sign In to Azure…” or “Add Key for Store…”' })
        .waitFor();
      await workbench.screenshot('store-refused-later');
    });
  });

  describe('an address that cannot be listed', () => {
    before(() => {
      stub.refusesListing = 404;
    });

    it('says why, and takes the numbers of layers and neurons', async () => {
      await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
      await type('az://account/runs/explanations');
      const message = workbench.page.locator('.notification-list-item');
      await message.getByText('lets everyone read its files but not list them').waitFor();
      await workbench.screenshot('store-refused');
      await message.getByRole('button', { name: 'Enter Layers and Neurons…' }).click();
      await workbench.palette.widget.getByText('Number of layers').waitFor();
      await type('12');
      await workbench.palette.widget.getByText('neurons in each layer').waitFor();
      await type('3000');
      await workbench.tree.row('Layer 11').filter({ hasText: '3,000 neurons' }).waitFor();
      await workbench.screenshot('store-declared');
      await workbench.chooseFromMenu(
        workbench.tree.row('explanations'),
        'Remove Explanation Directory',
      );
      await workbench.tree.rows.first().waitFor({ state: 'detached' });
    });

    it('leads to a single neuron all the same', async () => {
      await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
      await type('az://account/runs/explanations/5/742.jsonl');
      await view.shows(5, 742);
      await workbench.runCommand('View: Close All Editors');
    });
  });

  describe('public data that cannot be listed', () => {
    before(() => {
      stub.refusesListing = 404;
      const files = Object.entries(sampleFiles()).map(([name, text]) => [`data/${name}`, text]);
      stub.fill(openaipublic, Object.fromEntries(files) as Record<string, string>);
      stub.requests.length = 0;
    });

    it('is shown without a request', async () => {
      await workbench.runCommand('Neuron Explanations: Open Public Data Set…');
      await workbench.palette.items.filter({ hasText: 'GPT-2 XL' }).waitFor();
      await workbench.screenshot('public-data');
      await workbench.palette.items.filter({ hasText: 'GPT-2 XL' }).click();
      await workbench.tree.row('GPT-2 XL').filter({ hasText: '0 of 307,200' }).waitFor();
      await workbench.tree.row('Layer 5').filter({ hasText: '6,400 neurons' }).waitFor();
      await workbench.screenshot('public-layers');
      assert.deepEqual(stub.requests, []);
    });

    it('shows rows in sight, and which are not in it', async () => {
      await workbench.tree.expand('Layer 5');
      await workbench.tree
        .row('17')
        .filter({ hasText: /0\.\d\d/ })
        .waitFor();
      await workbench.tree.row('16').filter({ hasText: 'not in this data set' }).waitFor();
      await workbench.screenshot('public-rows');
      assert.ok(stub.requests.length <= 70, String(stub.requests.length));
    });

    it('goes to any neuron', async () => {
      await workbench.runCommand('Neuron Explanations: Go to Neuron…');
      await type('5:3552');
      await view.shows(5, 3552);
      await workbench.tree.row('3551').filter({ hasText: 'not in this data set' }).waitFor();
      await workbench.screenshot('public-neuron');
    });
  });
});
