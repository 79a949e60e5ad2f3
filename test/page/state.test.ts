import assert from 'node:assert/strict';
import { initialChoices } from '../../src/neuron/page/choices.ts';
import { manyExplanations, proseSequence } from './support/made.ts';
import { hostNeuron, type HostNeuron, showMessage } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

const chosen = (page: NeuronPage) => page.page.locator('.claim-text').innerText();
const mode = (page: NeuronPage) =>
  page.page
    .getByRole('combobox', { name: 'Colour tokens by' })
    .evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]!.text);
/** The sequence at the top of the window, by its place, and how far it is scrolled past. */
const placeNow = (page: NeuronPage) =>
  page.page.evaluate(() => {
    const rows = [...document.querySelectorAll('.sequence')];
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    const place = tops.filter((top) => top <= 0).length - 1;
    return { place, scroll: Math.round(-tops[place]!) };
  });
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

const short = hostNeuron([{ text: ' one', sequences: [proseSequence(1)] }]);

describe('the page’s state', () => {
  const pages = neuronPages();

  it('starts with nothing to ask for, and asks once', async () => {
    const page = await pages.open();
    assert.deepEqual(await page.posted(), [
      { type: 'ready', version: null, uri: null, explanation: null, order: 'stored' },
    ]);
  });

  it('starts with the neuron in its HTML, and reports its version', async () => {
    const page = await pages.open();
    await page.comeWith(showMessage(short.document, short.sequences.get(0)!));
    assert.equal(await page.page.locator('.neuron-id').innerText(), '5:131');
    assert.equal(await page.token(0).count(), 1);
    assert.deepEqual(await page.posted().then(([first]) => first), {
      ...{ type: 'ready', version: 1, uri: short.document.uri },
      ...{ explanation: null, order: 'stored' },
    });
  });

  it('ignores the neuron in its HTML if it has shown another since', async () => {
    const page = await pages.open();
    await page.show(withUri(long, 'file:///5/132.jsonl'));
    await page.settle();
    await page.comeWith(showMessage(short.document, short.sequences.get(0)!));
    assert.equal(await page.token(0).count(), 0);
    const [ready] = await page.posted();
    assert.equal((ready as { version?: unknown }).version, null);
  });

  it('survives a reload: explanation, mode and scroll, also beyond the first page', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long, { pageSize: 10 });
    await page.page.locator('.pill', { hasText: 'two' }).click();
    await page.setMode('Simulated');
    for (let i = 0; i < 6; i++) {
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
    }
    await page.page.evaluate(() => scrollTo(0, 3210));
    await page.settle();
    const before = await placeNow(page);
    assert.ok(before.place > 10, 'it is beyond the first page');
    const { uri } = long.document;
    await page.keeps({
      uri,
      ...initialChoices,
      mode: 'simulated',
      explanation: 1,
      ...before,
      pinned: false,
      analysis: true,
      analysisWidth: null,
      tableOpen: false,
      findOpen: false,
      find: '',
      findAt: null,
      findCase: false,
      findRegex: false,
      view: 'sequences',
      misses: 'all',
      miss: null,
      marked: null,
      card: null,
      opened: [],
    });

    assert.deepEqual(await reload(page), {
      type: 'ready',
      version: null,
      uri,
      explanation: 1,
      order: 'stored',
    });
    await page.show(long, { explanation: 1, pageSize: 10 });
    await page.page.waitForFunction(() => window.scrollY > 0);
    await page.settle();
    assert.deepEqual(await placeNow(page), before);
    assert.match(await chosen(page), /^two/);
    assert.equal(await mode(page), 'Simulated');
  });

  it('keeps its position when the same file is shown again', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long);
    await page.page.locator('.pill', { hasText: 'two' }).click();
    await page.page.evaluate(() => scrollTo(0, 700));
    await page.settle();
    await page.show(long, { explanation: 1, pageSize: 2 });
    await page.page.waitForFunction(() => Math.round(window.scrollY) === 700);
    assert.match(await chosen(page), /^two/);
  });

  it('keeps the mode for another neuron, which starts at the best explanation, at the top', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(long);
    await page.page.locator('.pill', { hasText: 'two' }).click();
    await page.setMode('Actual');
    await page.page.evaluate(() => scrollTo(0, 700));
    await page.settle();
    await page.show(withUri(long, 'file:///5/132.jsonl'));
    await page.page.waitForFunction(() => window.scrollY === 0);
    assert.match(await chosen(page), /^one/);
    assert.equal(await mode(page), 'Actual');
  });

  it('survives a reload: the search and its current match', async () => {
    const page = await pages.open();
    const matches = [1, 3].map((from) => ({ sequence: 0, from, to: from }));
    const show = async () => {
      page.host = ({ name }) => ({
        ok: name === 'find' ? { total: 2, matches } : null,
      });
      await page.send(showMessage(short.document, short.sequences.get(0)!));
      await page.page.locator('h1').waitFor();
    };
    const found = page.page.getByText('2 of 2');
    await show();
    const field = await page.openFind();
    await field.fill('sea');
    await page.page.getByText('2 matches').waitFor();
    await field.press('Shift+Enter');
    await found.waitFor();
    await reload(page);
    await show();
    await found.waitFor();
    assert.equal(await field.inputValue(), 'sea');
    await field.fill('');
    await found.waitFor({ state: 'detached' });
    const { find, findAt } = await page.state();
    assert.deepEqual([find, findAt], ['', null]);
  });

  it('survives a reload: the pinned card', async () => {
    const page = await pages.open();
    await page.show(short);
    await page.token(12).click();
    // It comes with the analysis, which the card does not wait for.
    const note = page.card.getByText('Without this sequence: ');
    await note.waitFor();
    const shown = await page.card.innerText();
    await reload(page);
    await page.show(short);
    await note.waitFor();
    assert.equal(await page.card.innerText(), shown);
    await page.card.getByRole('button', { name: 'Close' }).click();
    assert.equal((await page.state()).card, null);
    await reload(page);
    await page.show(withUri(short, 'file:///5/132.jsonl'));
    assert.equal(await page.card.count(), 0);
  });

  it('survives a reload: selections and open parts of the analysis', async () => {
    const missed = hostNeuron([
      {
        sequences: Array.from({ length: 12 }, (_, i) => {
          const sequence = proseSequence(i);
          return { ...sequence, simulated: sequence.simulated.map(() => 0) };
        }),
      },
    ]);
    const page = await pages.open({ width: 1100 });
    const column = page.page.locator('.analysis');
    const rows = column.locator('.misses tbody tr');
    await page.show(missed);
    await column.getByLabel('Filter misses').selectOption('falseNegative');
    await column.locator('.misses ~ .link').click();
    const count = await rows.count();
    assert.ok(count > 8, String(count));
    await rows.nth(2).getByRole('button').click();
    await column.getByText('Highlight tokens in range').click();
    await column.getByLabel('Actual, from').fill('1');
    await column.getByLabel('Actual, from').press('Enter');
    const marks = await column.getByText(/tokens? highlighted/).innerText();
    const state = await page.state();
    await reload(page);
    await page.show(missed);
    await column.getByText(marks).waitFor();
    assert.equal(await rows.count(), count);
    assert.equal(await rows.nth(2).getAttribute('aria-current'), 'true');
    assert.equal(await column.getByLabel('Filter misses').inputValue(), 'falseNegative');
    assert.ok(await column.getByLabel('Actual, from').isVisible());
    assert.equal(await column.getByLabel('Actual, from').inputValue(), '1');
    assert.deepEqual(await page.state(), state);
  });

  it('is not trusted: invalid values of an older or broken one are replaced', async () => {
    const page = await pages.open();
    for (const state of ['nonsense', { mode: 'sideways', scroll: 'far', explanation: {} }, [1]]) {
      await page.setState(state);
      assert.deepEqual(await reload(page), {
        type: 'ready',
        version: null,
        uri: null,
        explanation: null,
        order: 'stored',
      });
      await page.show(manyExplanations(2));
      assert.equal(await mode(page), 'Overlay');
      assert.equal(await scrolled(page), 0);
    }
  });

  it('tells the host whether its tab was pinned', async () => {
    const page = await pages.open();
    await page.show(long, { pinned: true });
    assert.equal((await page.state()).pinned, true);
    await page.send({ type: 'pinned', pinned: false });
    assert.equal((await page.state()).pinned, false);
  });
});
