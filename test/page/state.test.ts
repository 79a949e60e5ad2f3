import assert from 'node:assert/strict';
import { initialChoices } from '../../src/neuron/view/choices.ts';
import { manyExplanations, proseSequence } from './support/made.ts';
import { hostNeuron, type HostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuron-page.ts';

const chosen = (page: NeuronPage) => page.page.locator('.explanation:has(:checked)').innerText();
const mode = (page: NeuronPage) => page.page.locator('.toolbar .segment:has(:checked)').innerText();
const scrolled = (page: NeuronPage) => page.page.evaluate(() => Math.round(window.scrollY));

function withUri(neuron: HostNeuron, uri: string): HostNeuron {
  return { ...neuron, document: { ...neuron.document, uri } };
}

async function reload(page: NeuronPage) {
  // Hiding a tab ends its page without a word.
  await page.page.reload();
  return (await page.posted()).find((message) => message.type === 'ready');
}

const long = hostNeuron([
  { text: ' one', sequences: Array.from({ length: 40 }, (_, i) => proseSequence(i)) },
  { text: ' two', sequences: Array.from({ length: 40 }, (_, i) => proseSequence(i + 5)) },
]);

describe('the page’s state', () => {
  const pages = neuronPages();

  it('starts with nothing to ask for, and asks once', async () => {
    const page = await pages.open();
    assert.deepEqual(await page.posted(), [
      { type: 'ready', uri: null, explanation: null, order: 'stored' },
    ]);
  });

  it('survives a reload: explanation, mode and scroll, also beyond the first page', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long, { pageSize: 10 });
    await page.page.getByText('two', { exact: true }).click();
    await page.setMode('Simulated');
    for (let i = 0; i < 6; i++) {
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
    }
    await page.page.evaluate(() => scrollTo(0, 3210));
    await page.page.waitForTimeout(400);
    const { uri } = long.document;
    assert.deepEqual(await page.state(), {
      uri,
      ...initialChoices,
      mode: 'simulated',
      explanation: 1,
      scroll: 3210,
      kept: false,
      analysis: true,
    });

    assert.deepEqual(await reload(page), { type: 'ready', uri, explanation: 1, order: 'stored' });
    await page.show(long, { explanation: 1, pageSize: 10 });
    await page.page.waitForFunction(() => Math.round(window.scrollY) === 3210);
    assert.match(await chosen(page), /^two/);
    assert.equal(await mode(page), 'Simulated');
  });

  it('keeps its place when the same file is shown again', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long);
    await page.page.getByText('two', { exact: true }).click();
    await page.page.evaluate(() => scrollTo(0, 700));
    await page.settle();
    await page.show(long, { explanation: 1, pageSize: 2 });
    await page.page.waitForFunction(() => Math.round(window.scrollY) === 700);
    assert.match(await chosen(page), /^two/);
  });

  it('keeps the mode for another neuron, which begins at its best, at the top', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long);
    await page.page.getByText('two', { exact: true }).click();
    await page.setMode('Actual');
    await page.page.evaluate(() => scrollTo(0, 700));
    await page.settle();
    await page.show(withUri(long, 'file:///5/132.jsonl'));
    await page.page.waitForFunction(() => window.scrollY === 0);
    assert.match(await chosen(page), /^one/);
    assert.equal(await mode(page), 'Actual');
  });

  it('is not trusted: an older or broken one is replaced where it does not fit', async () => {
    const page = await pages.open();
    for (const state of ['nonsense', { mode: 'sideways', scroll: 'far', explanation: {} }, [1]]) {
      await page.setState(state);
      assert.deepEqual(await reload(page), {
        type: 'ready',
        uri: null,
        explanation: null,
        order: 'stored',
      });
      await page.show(manyExplanations(2));
      assert.equal(await mode(page), 'Overlay');
      assert.equal(await scrolled(page), 0);
    }
  });

  it('tells the host’s panel whether it was kept', async () => {
    const page = await pages.open();
    await page.show(long, { kept: true });
    assert.equal((await page.state()).kept, true);
    await page.send({ type: 'kept', kept: false });
    assert.equal((await page.state()).kept, false);
  });
});
