import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { StubStore } from '../unit/files/stores/support/stubStore.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

const samples = join(root, 'samples');
const account = 'account.blob.core.windows.net/runs';

/** All files of the samples, by path. */
function sampleFiles(): Record<string, string> {
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(samples, name), 'utf8')]),
  );
}

describe('a directory in a store', () => {
  const stub = new StubStore();
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    await stub.start();
    stub.fill(account, sampleFiles());
    const endpoints = { 'az://account': `${stub.origin}/account.blob.core.windows.net` };
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

  it('is added by its address, and shows its layers', async () => {
    await workbench.runCommand('Neuron Explanations: Add Directory from Address…');
    await workbench.palette.type('az://account/runs/explanations');
    await workbench.screenshot('store-address');
    await workbench.page.keyboard.press('Enter');
    await workbench.tree.row('Layer 5').waitFor();
    await workbench.screenshot('store-layers');
    assert.deepEqual(asked(/\.jsonl/), [], 'no file was read');
  });

  it('reads what rows show when they come into sight', async () => {
    await workbench.tree.expand('Layer 5');
    await workbench.tree.rows.filter({ hasText: /^131.*0\.\d\d/ }).first().waitFor();
    await workbench.screenshot('store-rows');
  });

  it('opens a neuron by one request for its file', async () => {
    stub.requests.length = 0;
    await workbench.tree.row('131').first().click();
    await view.shows(5, 131);
    await workbench.screenshot('store-neuron');
    assert.deepEqual(stub.requests, [`GET ${account}/explanations%2F5%2F131.jsonl`]);
  });
});
