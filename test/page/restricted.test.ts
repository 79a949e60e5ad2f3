import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { TrustMessage } from '../../src/panels/contract.ts';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { violations } from './support/axe.ts';
import { oneSequence } from './support/messages.ts';
import { proseSequence } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { allThemes } from './support/themes.ts';

const neuron = oneSequence(proseSequence(1));
const reason = '(trust this workspace first)';
const isDisabled = (button: Locator) => button.getAttribute('aria-disabled');

async function grantTrust({ page }: Pick<NeuronPage, 'page'>): Promise<void> {
  const message: TrustMessage = { type: 'trusted' };
  await page.evaluate((data) => window.postMessage(data, '*'), message);
}

describe('a page in Restricted Mode', () => {
  const neurons = neuronPages();
  const overviews = overviewPages();

  it('disables star, verdicts and note, and says why', async () => {
    const page = await neurons.open({ restricted: true });
    await page.show(neuron);
    const button = (name: string) => page.page.getByRole('button', { name });
    assert.equal(await isDisabled(button(`Star Neuron ${reason}`)), 'true');
    for (const name of ['Partly Right', 'Add Note…']) {
      assert.equal(await isDisabled(button(name)), 'true');
      assert.ok((await button(name).getAttribute('title'))!.endsWith(reason));
    }
    assert.equal(await isDisabled(button('Next Neuron')), null);
  });

  it('still asks the host, by the keyboard too, which offers to trust the workspace', async () => {
    const page = await neurons.open({ restricted: true });
    await page.show(neuron);
    await page.page.getByRole('button', { name: 'Star Neuron' }).press('Enter');
    const { uri } = neuron.document;
    assert.deepEqual(page.asked, [{ name: 'command', argument: { uri, command: 'star' } }]);
  });

  it('enables them once the workspace is trusted', async () => {
    const page = await neurons.open({ restricted: true });
    await page.show(neuron);
    await grantTrust(page);
    const star = page.page.getByRole('button', { name: 'Star Neuron', exact: true });
    await star.waitFor();
    assert.equal(await isDisabled(star), null);
    const verdict = page.page.getByRole('button', { name: 'Partly Right' });
    assert.equal(await isDisabled(verdict), null);
    assert.ok(!(await verdict.getAttribute('title'))!.includes(reason));
  });

  it('disables the files of the overview, until the workspace is trusted', async () => {
    const page = await overviews.open({ restricted: true });
    await page.show(new OverviewData(madeRun(2, 10)));
    const save = page.page.getByRole('button', { name: /^Save / });
    assert.equal(await save.count(), 3);
    for (const each of await save.all()) assert.equal(await isDisabled(each), 'true');
    await grantTrust(page);
    await page.page.locator('button[aria-disabled]').first().waitFor({ state: 'detached' });
    for (const each of await save.all()) assert.equal(await isDisabled(each), null);
  });

  for (const theme of allThemes)
    it(`has no fault of accessibility: ${theme.name}`, async () => {
      const page = await neurons.open({ theme, restricted: true });
      await page.show(neuron);
      assert.deepEqual(await violations(page), []);
      await page.screenshot(`restricted-${theme.name}`, false);
    });
});
