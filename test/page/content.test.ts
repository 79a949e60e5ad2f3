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

describe('the page’s content', () => {
  const pages = neuronPages();

  it('names the neuron, and has its actions', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(2));
    assert.equal(await page.page.locator('h1').innerText(), 'Layer 5 · Neuron 131');
    assert.equal(await page.page.title(), '5:131');
    assert.match(await page.page.locator('header').innerText(), /explanations\/5\/131\.jsonl/);
    for (const name of [
      'Previous Neuron',
      'Next Neuron',
      'Keep Open',
      'Copy Neuron ID (5:131)',
      'Open JSON',
    ])
      await button(page, name).click();
    const { uri } = manyExplanations(2).document;
    assert.deepEqual(page.asked, [
      { name: 'command', argument: { uri, command: 'previousNeuron' } },
      { name: 'command', argument: { uri, command: 'nextNeuron' } },
      { name: 'command', argument: { uri, command: 'keepOpen' } },
      { name: 'command', argument: { uri, command: 'copyNeuronId' } },
      { name: 'openJson', argument: { uri, path: [] } },
    ]);
    await button(page, 'Copied 5:131').waitFor();
    await page.send({ type: 'pinned', pinned: true });
    assert.equal(await button(page, 'Keep Open').count(), 0);
  });

  it('lists explanations in the host’s order with scores, and shows the selected one', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
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
    assert.match(await page.page.locator('.scores').innerText(), /EV correlation\s+0\.03/);
    assert.equal((await page.state()).explanation, 2);
  });

  it('has no list for a single explanation', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    assert.equal(await page.page.getByRole('radiogroup', { name: 'Explanation' }).count(), 0);
    assert.equal(await page.page.getByRole('heading', { level: 2, name: /references/ }).count(), 1);
  });

  it('shows the three scores, and recomputed ones that differ', async () => {
    const page = await pages.open();
    const sequences = [proseSequence(0)];
    const scores = { evCorrelation: 0.11, rSquared: null, absoluteDevExplained: 0 } as const;
    await page.show(hostNeuron([{ scores, sequences }]));
    assert.match(
      await mainText(page),
      /EV correlation .*0\.11 These 64 tokens give 0\.\d\d\. R² .*– These 64 tokens give −?\d\.\d\d\. Absolute deviation explained .*0\.00 These 64 tokens give −?\d\.\d\d\. The 0 may stand for a score that was never computed\./,
    );
    await page.show(hostNeuron([{ sequences }]));
    assert.match(await mainText(page), /Matches the 64 stored tokens/);
    assert.doesNotMatch(await mainText(page), /These 64 tokens/);
  });

  it('reports wrong scores, with a cause only if the numbers show it', async () => {
    const page = await pages.open();
    const folder = join(root, 'test/fixtures/cases/wrong-scores/explanations/5');
    await serveFile(page, join(folder, '131.jsonl'));
    assert.match(
      await mainText(page),
      /EV correlation .*0\.63 These 640 tokens give 0\.83\. R² .*0\.25 These 640 tokens give 0\.65\. Absolute deviation explained .*0\.32 These 640 tokens give 0\.33\. The stored value equals the mean of the sequence scores\./,
    );
    assert.equal(await page.page.locator('.scores .codicon-warning').count(), 3);
    await serveFile(page, join(folder, '132.jsonl'));
    const text = await mainText(page);
    assert.match(
      text,
      /EV correlation .*0\.99 These 640 tokens give 0\.83\. The stored score may cover more sequences\./,
    );
    assert.equal(await page.page.locator('.scores .codicon-warning').count(), 1);
    assert.doesNotMatch(text, /Matches the|equals/);
  });

  it('explains each score on hover and on focus', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    const tip = page.page.getByRole('tooltip');
    assert.equal(await tip.count(), 0);
    await page.page.getByText('R²', { exact: true }).hover();
    assert.match(await tip.innerText(), /Not centred on the mean, so not the usual R²/);
    await page.page.mouse.move(0, 0);
    await page.page.getByText('R²', { exact: true }).focus();
    await page.page.keyboard.press('Shift+Tab');
    assert.match(await tip.innerText(), /Pearson/);
  });

  it('lists the file’s problems first, each with a link to its position', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    const document = { ...neuron.document, problems: someProblems, moreProblems: 2 };
    await page.show({ ...neuron, document });
    assert.match(await mainText(page), /^5 problems .*There are 63 .*2 more not listed/i);
    await button(page, 'Open JSON at neuron_id').click();
    assert.deepEqual(page.requests.at(-1), {
      name: 'openJson',
      argument: { uri: document.uri, path: ['neuron_id'] },
    });
  });

  it('shows a few of many problems, and the rest on request', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    const problems = Array.from({ length: 20 }, (_, i) => ({
      ...someProblems[1],
      message: `p${i}`,
    }));
    await page.show({ ...neuron, document: { ...neuron.document, problems } });
    assert.equal(await page.page.locator('.problem').count(), 4);
    await button(page, 'Show 16 more').click();
    assert.equal(await page.page.locator('.problem').count(), 20);
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
