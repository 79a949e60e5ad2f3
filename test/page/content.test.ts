import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { manyExplanations, proseSequence, someProblems } from './support/made.ts';
import { failure, hostNeuron, showMessage } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { serveFile } from './support/served.ts';

const button = (page: NeuronPage, name: string) =>
  page.page.getByRole('button', { name, exact: true });
const mainText = async (page: NeuronPage) =>
  (await page.page.locator('main').innerText()).replace(/\s+/g, ' ');

async function scoresText(page: NeuronPage): Promise<string> {
  const text = await (await page.openScores()).innerText();
  await page.page.keyboard.press('Escape');
  return text.replace(/\s+/g, ' ');
}

describe('the page’s content', () => {
  const pages = neuronPages();

  it('names the neuron, and has its actions', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(2));
    assert.equal(await page.page.locator('.neuron-id').innerText(), '5:131');
    assert.equal(await page.page.title(), '5:131');
    assert.equal(await page.page.getByTitle('explanations/5/131.jsonl').innerText(), '5:131');
    for (const name of ['Previous Neuron', 'Next Neuron', 'Keep Open'])
      await button(page, name).click();
    const { uri } = manyExplanations(2).document;
    assert.deepEqual(page.asked, [
      { name: 'command', argument: { uri, command: 'previousNeuron' } },
      { name: 'command', argument: { uri, command: 'nextNeuron' } },
      { name: 'command', argument: { uri, command: 'keepOpen' } },
    ]);
    await page.send({ type: 'pinned', pinned: true });
    assert.equal(await button(page, 'Keep Open').count(), 0);
  });

  it('lists explanations in the host’s order with scores, and shows the selected one', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
    assert.equal(await page.page.locator('.explanation-row').count(), 0);
    await page.openTable();
    const rows = await page.page.locator('.explanation-row label').allInnerTexts();
    const scores = await page.page.locator('.explanation-row td:nth-child(3)').allInnerTexts();
    assert.deepEqual(scores, ['0.77', '0.50', '0.03', '0.00', '−0.13', 'undefined', '–']);
    assert.match(rows[2]!, /\(no explanation text\)/);
    assert.match(rows[3]!, /\(no explanation text\)/);
    assert.match(rows[4]!, /^words with a line break/);
    assert.equal(await page.page.getByTitle('not in the file').count(), 1);
    await page.page.getByRole('radio', { name: /references/ }).focus();
    await page.page.keyboard.press('ArrowDown');
    await page.page.keyboard.press('ArrowDown');
    await page.settle();
    assert.match(await (await page.openScores()).innerText(), /EV correlation\s+0\.03/);
    assert.equal((await page.state()).explanation, 2);
  });

  it('has no list for a single explanation', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    assert.equal(await page.page.getByRole('radiogroup').count(), 0);
    assert.equal(
      await page.page.getByRole('heading', { level: 1, name: /5:131 references/ }).count(),
      1,
    );
  });

  it('shows the three scores, and recomputed ones that differ', async () => {
    const page = await pages.open();
    const sequences = [proseSequence(0)];
    const scores = { evCorrelation: 0.11, rSquared: null, absoluteDevExplained: 0 } as const;
    await page.show(hostNeuron([{ scores, sequences }]));
    assert.match(
      await scoresText(page),
      /EV correlation 0\.11 These 64 tokens give 0\.\d\d\. .*R² – These 64 tokens give −?\d\.\d\d\. .*Absolute deviation explained 0\.00 These 64 tokens give −?\d\.\d\d\. The 0 may stand for a score that was never computed\./,
    );
    // Those that differ are shown without being asked for.
    assert.match(
      await mainText(page),
      /^EV correlation 0\.11\. These 64 tokens give 0\.\d\d\. Absolute deviation explained 0\.00\. These/,
    );
    await page.show(hostNeuron([{ sequences }]));
    assert.match(await scoresText(page), /Matches the 64 stored tokens/);
    assert.doesNotMatch(await scoresText(page), /These 64 tokens/);
    assert.equal(await page.page.locator('.score-warning').count(), 0);
  });

  it('reports wrong scores, with a cause only if the numbers show it', async () => {
    const page = await pages.open();
    const folder = join(root, 'test/fixtures/cases/wrong-scores/explanations/5');
    await serveFile(page, join(folder, '131.jsonl'));
    assert.match(
      await scoresText(page),
      /EV correlation 0\.63 These 640 tokens give 0\.83\. .*R² 0\.25 These 640 tokens give 0\.65\. .*Absolute deviation explained 0\.32 These 640 tokens give 0\.33\. .*The stored value equals the mean of the sequence scores\./,
    );
    assert.equal(await page.page.locator('.score-warning').count(), 3);
    await serveFile(page, join(folder, '132.jsonl'));
    assert.match(
      await mainText(page),
      /^EV correlation 0\.99\. These 640 tokens give 0\.83\. The stored score may cover more sequences\. Sequences/,
    );
    assert.equal(await page.page.locator('.score-warning').count(), 1);
    // That is no fault of the file.
    for (const place of ['.score-warning', '.score-button'])
      assert.equal(await page.page.locator(`${place} .severity-info`).count(), 1, place);
    assert.equal(await page.page.locator('.severity-warning').count(), 0);
    assert.doesNotMatch(await scoresText(page), /Matches the|equals/);
  });

  it('explains each score on request, until Escape or a click elsewhere', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    const dialog = page.page.getByRole('dialog', { name: 'Scores' });
    assert.equal(await dialog.count(), 0);
    await page.page.locator('.score-button').press('Enter');
    assert.match(await dialog.innerText(), /Not centred on the mean, so not the usual R²/);
    assert.match(await dialog.innerText(), /Pearson/);
    await page.page.keyboard.press('Escape');
    assert.equal(await dialog.count(), 0);
    await page.openScores();
    await page.page.mouse.click(20, 700);
    assert.equal(await dialog.count(), 0);
  });

  it('shows two lines of a long explanation, and the rest on request', async () => {
    const page = await pages.open({ width: 700 });
    const text = Array.from({ length: 60 }, (_, i) => `word ${i}`).join(' ');
    await page.show(hostNeuron([{ text, sequences: [proseSequence(0)] }]));
    const height = async () => (await page.page.locator('.claim-text').boundingBox())!.height;
    assert.equal(await height(), 40);
    await button(page, 'Show more').click();
    assert.ok((await height()) > 80);
    await button(page, 'Show less').click();
    assert.equal(await height(), 40);
    await page.show(manyExplanations(1));
    assert.equal(await button(page, 'Show more').count(), 0);
  });

  it('shows the worst problem of the file first, and all on request', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    const document = { ...neuron.document, problems: someProblems, moreProblems: 2 };
    await page.show({ ...neuron, document });
    assert.equal(await page.page.locator('.problem').count(), 1);
    assert.equal(await page.page.locator('.problem .codicon-error').count(), 1);
    await button(page, 'Show all 5').click();
    assert.match(await mainText(page), /^Problems .*There are 63 .*2 more not listed/i);
    await button(page, 'Open JSON at neuron_id').click();
    assert.deepEqual(page.requests.at(-1), {
      name: 'openJson',
      argument: { uri: document.uri, path: ['neuron_id'] },
    });
  });

  it('loads more sequences as the end comes near, and can retry', async () => {
    const page = await pages.open({ height: 500 });
    const sequences = Array.from({ length: 30 }, (_, i) => proseSequence(i));
    const neuron = hostNeuron([{ sequences }]);
    let failing = true;
    page.host = (request) => {
      if (request.name !== 'sequences' || failing) return { error: 'the disk is gone' };
      const { from, order } = request.argument;
      const rest = neuron.sequences.get(0)!.slice(from, from + 5);
      return { ok: { explanation: 0, order, from, total: 30, sequences: rest } };
    };
    await page.send(
      showMessage(neuron.document, neuron.sequences.get(0)!.slice(0, 5), { total: 30 }),
    );
    await page.page.getByText('Could not load the sequences. the disk is gone').waitFor();
    const asked = page.requests.length;
    await page.settle();
    assert.equal(page.requests.length, asked, 'it does not ask again by itself');
    failing = false;
    await button(page, 'Try Again').click();
    for (let i = 0; i < 8; i++) {
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
    }
    assert.equal(await page.page.locator('.sequence').count(), 30);
    assert.equal(await page.page.locator('.more').count(), 0);
  });

  it('shows a failure until it is dismissed', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    page.host = () => ({ error: 'This is the last neuron.' });
    await button(page, 'Next Neuron').click();
    const alert = page.page.getByRole('alert');
    await alert.waitFor();
    assert.equal(await alert.innerText(), 'This is the last neuron.');
    await button(page, 'Dismiss').click();
    assert.equal(await alert.count(), 0);
  });

  it('says why a file has no neuron, and opens it as text', async () => {
    const page = await pages.open();
    await page.send(showMessage(failure(), null));
    const text = await mainText(page);
    assert.match(text, /The file is empty\./);
    assert.match(text, /this one has 0 bytes/);
    assert.match(text, /explanations\/5\/9\.jsonl/);
    await button(page, 'Open JSON').click();
    const { uri } = failure();
    assert.deepEqual(page.asked, [{ name: 'openJson', argument: { uri, path: [] } }]);
    await button(page, 'Next Neuron').waitFor();
    await page.send(showMessage(failure({ canOpenText: false }), null));
    assert.equal(await button(page, 'Open JSON').count(), 0);
    await page.send(showMessage(failure({ canOpenText: false, movedTo: '7:9' }), null));
    await button(page, 'Open 7:9').click();
    assert.deepEqual(page.asked.at(-1), { name: 'openMoved', argument: { uri } });
    await page.show(manyExplanations(1));
    assert.equal(await page.page.locator('.failure').count(), 0);
  });

  it('describes what is empty', async () => {
    const page = await pages.open();
    await page.show(hostNeuron([]));
    assert.match(await mainText(page), /This file has no explanations\./);
    await page.show(hostNeuron([{ sequences: [] }]));
    assert.match(await mainText(page), /This explanation has no sequences\./);
  });

  it('shows progress until the host answers', async () => {
    const page = await pages.open();
    await page.page.getByRole('progressbar').waitFor();
  });
});
