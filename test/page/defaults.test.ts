import assert from 'node:assert/strict';
import { initialState } from '../../src/neuron/page/state.ts';
import type { DefaultChoices } from '../../src/tokens/contract.ts';
import { oneSequence } from './support/messages.ts';
import { proseSequence } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

const neuron = oneSequence(proseSequence(1));
const choices: DefaultChoices = { order: 'miss', context: 5 };

describe('the settings for what a neuron view begins with', () => {
  const pages = neuronPages();
  const now = async (page: NeuronPage): Promise<DefaultChoices> => {
    const { order, context } = await page.state();
    return { order, context };
  };

  it('are used by a page without choices, which asks for sequences in that order', async () => {
    const page = await pages.open();
    await page.comeWith({ type: 'choices', choices });
    const ready = (await page.posted()).find(({ type }) => type === 'ready');
    assert.equal((ready as unknown as DefaultChoices).order, 'miss');
    await page.show(neuron);
    assert.deepEqual(await now(page), choices);
  });

  it('do not replace what the user chose', async () => {
    const page = await pages.open();
    await page.setState({ ...initialState, order: 'score', context: 16 });
    await page.comeWith({ type: 'choices', choices });
    await page.show(neuron);
    assert.deepEqual(await now(page), { order: 'score', context: 16 });
  });

  it('apply to open pages when they change', async () => {
    const page = await pages.open();
    await page.show(neuron);
    await page.send({ type: 'choices', choices });
    assert.deepEqual(await now(page), choices);
    assert.deepEqual(
      page.requests.flatMap(({ name, argument }) => (name === 'sequences' ? argument.order : [])),
      ['miss'],
    );
  });
});
