import assert from 'node:assert/strict';
import type { ShownNote } from '../../src/neuron/contract/protocol.ts';
import { violations } from './support/axe.ts';
import { oneSequence, showMessage } from './support/messages.ts';
import { proseSequence } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { allThemes, themes } from './support/themes.ts';

const neuron = oneSequence(proseSequence(1));
const { uri } = neuron.document;
const nothing: ShownNote = { starred: false, verdict: null, note: '' };

async function showNote(page: NeuronPage, note: ShownNote, of = uri): Promise<void> {
  await page.send({ type: 'note', uri: of, note });
}

/** The verdicts that are pressed. */
const pressed = (page: NeuronPage) =>
  page.page
    .locator('.verdict .segment[aria-pressed="true"]')
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));

describe('notes on the page', () => {
  const pages = neuronPages();

  it('are shown at once, and updated', async () => {
    const page = await pages.open();
    const sequences = neuron.sequences.get(0)!;
    const note: ShownNote = { starred: true, verdict: 'partly', note: 'Only <b>ships</b>' };
    await page.send(showMessage(neuron.document, sequences, { note }));
    assert.equal(await page.page.getByRole('button', { name: 'Unstar Neuron' }).count(), 1);
    assert.deepEqual(await pressed(page), ['Partly Right']);
    assert.equal(await page.page.locator('.note-text').textContent(), 'Only <b>ships</b>');
    await showNote(page, nothing);
    assert.equal(
      await page.page.getByRole('button', { name: 'Star Neuron', exact: true }).count(),
      1,
    );
    assert.deepEqual(await pressed(page), []);
    assert.equal(await page.page.locator('.note-text').count(), 0);
  });

  it('of another neuron are not shown', async () => {
    const page = await pages.open();
    await page.show(neuron);
    await showNote(page, { ...nothing, starred: true }, 'file:///other/5/9.jsonl');
    assert.equal(await page.page.getByRole('button', { name: 'Unstar Neuron' }).count(), 0);
    await showNote(page, { ...nothing, note: 'of the first' });
    assert.equal(await page.page.locator('.note-text').count(), 1);
    const next = oneSequence(proseSequence(2));
    await page.show({ ...next, document: { ...next.document, uri: 'file:///other/5/9.jsonl' } });
    assert.equal(await page.page.locator('.note-text').count(), 0);
  });

  it('can be changed by star, verdicts and button, by keyboard alone', async () => {
    const page = await pages.open();
    await page.show(neuron);
    await page.page.getByRole('button', { name: 'Star Neuron' }).press('Enter');
    await showNote(page, { ...nothing, starred: true });
    await page.page.getByRole('button', { name: 'Unstar Neuron' }).press(' ');
    await page.page.getByRole('button', { name: 'Wrong' }).press('Enter');
    await showNote(page, { ...nothing, verdict: 'wrong' });
    await page.page.getByRole('button', { name: 'Wrong' }).press(' ');
    await page.page.getByRole('button', { name: 'Add Note…' }).press('Enter');
    const { uri } = neuron.document;
    assert.deepEqual(page.asked, [
      { name: 'command', argument: { uri, command: 'star' } },
      { name: 'command', argument: { uri, command: 'unstar' } },
      { name: 'setVerdict', argument: { uri, verdict: 'wrong' } },
      { name: 'setVerdict', argument: { uri, verdict: null } },
      { name: 'command', argument: { uri, command: 'editNote' } },
    ]);
  });

  it('show what is saved if it differs from the request', async () => {
    const page = await pages.open();
    await page.show(neuron);
    await page.page.getByRole('button', { name: 'Right', exact: true }).click();
    await showNote(page, nothing);
    assert.deepEqual(await pressed(page), []);
  });

  for (const theme of allThemes) {
    it(`have no fault of accessibility, long or not: ${theme.name}`, async () => {
      const page = await pages.open({ theme, width: 700 });
      await page.show(neuron);
      await showNote(page, {
        starred: true,
        verdict: 'right',
        note: `${'A long note that wraps. '.repeat(8)}${'x'.repeat(200)}`,
      });
      assert.deepEqual(await violations(page), []);
      await page.screenshot(`note-${theme.name}`, false);
      const overflow = await page.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    });
  }

  it('fit a narrow page', async () => {
    const page = await pages.open({ theme: themes.light, width: 320 });
    await page.show(neuron);
    await showNote(page, { starred: true, verdict: 'wrong', note: 'A note '.repeat(12) });
    await page.screenshot('note-narrow', false);
    const overflow = await page.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0);
  });
});
