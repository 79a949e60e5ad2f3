import assert from 'node:assert/strict';
import { violations } from './support/axe.ts';
import { oddNeuron, proseSequence } from './support/made.ts';
import { hostNeuron, oneSequence, type HostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { readNeuron } from './support/real.ts';
import { allThemes } from './support/themes.ts';
import { sharedOrSkip } from '../host/skip.ts';

const column = (page: NeuronPage) => page.page.locator('.analysis');
const plot = (page: NeuronPage) => column(page).locator('.plot').first().locator('svg');
const misses = (page: NeuronPage) => column(page).locator('.misses tbody tr');
const focused = (page: NeuronPage) =>
  page.page.evaluate(() => {
    const token = document.activeElement as HTMLElement | null;
    const place = token?.closest<HTMLElement>('[data-sequence]')?.dataset['sequence'];
    return [Number(place), Number(token?.dataset['token'])];
  });
const marked = (page: NeuronPage) =>
  page.page.locator('.t-marked').evaluateAll((all) => all.map((token) => token.textContent));

/** Two false negatives and a false positive, by rank: 4.5, 3, 2. */
const simple = oneSequence({
  tokens: [' sea', ' ship', ' land', ' calm', ' sky'],
  actual: [5, 4, 0, 0, 1],
  simulated: [0.5, 4, 3, 0, -1],
});

/** The worst miss is in the last of sixty sequences. */
const far: HostNeuron = hostNeuron([
  {
    sequences: Array.from({ length: 60 }, (_, i) => {
      const sequence = proseSequence(i);
      if (i < 59) return { ...sequence, simulated: sequence.actual };
      return { ...sequence, actual: sequence.actual.map((value, t) => (t === 9 ? 50 : value)) };
    }),
  },
]);

describe('the analysis', () => {
  const pages = neuronPages();

  it('is requested after the tokens are drawn, and then draws its plots', async () => {
    const page = await pages.open({ width: 1100 });
    const scripts: string[] = [];
    page.page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await page.show(simple);
    await plot(page).waitFor();
    const argument = { uri: simple.document.uri, explanation: 0 };
    assert.deepEqual(page.requests, [
      { name: 'analysis', argument },
      { name: 'activations', argument },
    ]);
    assert.ok(scripts.includes('/plots.js'));
    assert.equal(await plot(page).locator('circle').count(), 5 + 1);
    assert.match(await column(page).innerText(), /5 tokens\. Dashed: actual = /);
  });

  it('loads no plots while its column is closed, and remembers that', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(simple);
    await plot(page).waitFor();
    await page.page.getByRole('button', { name: 'Hide Analysis' }).click();
    assert.equal((await page.state()).analysis, false);
    const loaded: string[] = [];
    page.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.page.reload();
    await page.show(simple);
    await page.page.getByRole('button', { name: 'Show Analysis' }).waitFor();
    await page.settle();
    assert.equal(await column(page).locator('svg:not(.codicon)').count(), 0);
    assert.ok(!loaded.includes('/plots.js'));
    await page.page.getByRole('button', { name: 'Show Analysis' }).click();
    await plot(page).waitFor();
  });

  it('is beside the sequences if there is room, else below', async () => {
    const page = await pages.open({ width: 900 });
    await page.show(simple);
    await plot(page).waitFor();
    const boxes = async () =>
      Promise.all(
        ['.sequences', '.analysis'].map((it) => page.page.locator(it).boundingBox()),
      ) as Promise<{ x: number; y: number; width: number; height: number }[]>;
    const [beside, column1] = await boxes();
    assert.ok(column1!.x >= beside!.x + beside!.width);
    await page.page.setViewportSize({ width: 899, height: 800 });
    const [above, column2] = await boxes();
    assert.ok(column2!.y >= above!.y + above!.height);
  });

  it('says why there is none', async () => {
    const page = await pages.open({ width: 1100 });
    page.host = () => ({ error: 'The file has gone.' });
    const { document, sequences } = simple;
    await page.send({
      type: 'show',
      version: 1,
      content: document,
      first: { explanation: 0, order: 'stored', from: 0, total: 1, sequences: sequences.get(0)! },
      pinned: false,
    });
    await column(page).getByText('Could not analyse the explanation. The file has gone.').waitFor();
  });

  it('is about the selected explanation', async () => {
    const page = await pages.open({ width: 1100 });
    const two = hostNeuron([
      { text: ' one', sequences: [{ tokens: [' x'], actual: [1], simulated: [1] }] },
      { text: ' two', sequences: [{ tokens: [' only'], actual: [3], simulated: [0] }] },
    ]);
    await page.show(two);
    await column(page).getByText('No misses: every error is under 10%').waitFor();
    await page.page.getByText('two', { exact: true }).click();
    await misses(page).getByText('only').waitFor();
    assert.deepEqual(
      page.requests.filter(({ name }) => name === 'analysis'),
      [0, 1].map((explanation) => ({
        name: 'analysis',
        argument: { uri: two.document.uri, explanation },
      })),
    );
  });

  it('disappears with its neuron, before the next one arrives', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(simple);
    await misses(page).first().getByRole('button').click();
    page.host = () => undefined;
    const next = oneSequence({ tokens: [' x', ' y'], actual: [1, 2], simulated: [2, 0] });
    const content = { ...next.document, uri: 'file:///next' };
    const sequences = next.sequences.get(0)!;
    const first = { explanation: 0, order: 'stored' as const, from: 0, total: 1, sequences };
    await page.send({ type: 'show', version: 1, content, first, pinned: false });
    assert.equal(await misses(page).count(), 0);
    await page.send({ type: 'miss', step: 1 });
    await page.page.getByText('Misses are still being computed').waitFor({ state: 'attached' });
    assert.equal(await page.page.locator('[data-token]:focus').count(), 0);
  });

  describe('links points and tokens', () => {
    it('marks the point of the hovered or focused token', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      await plot(page).waitFor();
      const ring = plot(page).locator('.pointed-point');
      assert.equal(await ring.getAttribute('visibility'), 'hidden');
      const points = await plot(page)
        .locator('circle:not(.pointed-point)')
        .evaluateAll((all) => all.map((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')]));
      for (const i of [2, 0]) {
        if (i === 2) await page.token(i).hover();
        else await page.focusToken(i);
        assert.equal(await ring.getAttribute('visibility'), 'visible');
        const at = [await ring.getAttribute('cx'), await ring.getAttribute('cy')].map(Number);
        const near = points.filter(
          ([x, y]) => Math.hypot(Number(x) - at[0]!, Number(y) - at[1]!) < 1.5,
        );
        assert.equal(near.length, 1, `token ${i}`);
        await page.page.mouse.move(0, 0);
      }
    });

    it('marks the tokens of points selected with the mouse', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      const box = (await plot(page).boundingBox())!;
      // The right half of the plot: what is simulated as 2 or more.
      await page.page.mouse.move(box.x + box.width * 0.62, box.y + 26);
      await page.page.mouse.down();
      await page.page.mouse.move(box.x + box.width - 4, box.y + box.height - 30, { steps: 4 });
      await page.page.mouse.up();
      await column(page).getByText('2 tokens highlighted').waitFor();
      assert.deepEqual(await marked(page), [' ship', ' land']);
      await column(page).getByRole('button', { name: 'Clear' }).click();
      assert.deepEqual(await marked(page), []);
    });

    it('marks tokens in a typed range, also those loaded later', async () => {
      const page = await pages.open({ width: 1100, height: 500 });
      await page.show(far, { pageSize: 5 });
      await plot(page).waitFor();
      await column(page).getByText('Highlight tokens in range').click();
      await column(page).getByLabel('Actual, from').fill('40');
      // What is typed stays when the column is drawn again.
      await column(page).getByLabel('Filter misses').selectOption('falseNegative');
      await column(page).getByLabel('Actual, from').press('Enter');
      await column(page).getByText('1 token highlighted').waitFor();
      assert.deepEqual(await marked(page), []);
      await page.send({ type: 'miss', step: 1 });
      await page.token(9, 59).waitFor();
      assert.equal((await marked(page)).length, 1);
    });
  });

  describe('lists the misses', () => {
    it('by rank, as false positives and false negatives', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      await misses(page).first().waitFor();
      const rows = await misses(page).evaluateAll((all) =>
        all.map((row) => row.textContent?.replaceAll('·', ' ')),
      );
      assert.deepEqual(rows, [
        'false negative:  sea150.50',
        'false positive:  land103',
        'false negative:  sky11−1',
      ]);
      const select = column(page).getByLabel('Filter misses');
      assert.deepEqual(await select.locator('option').allInnerTexts(), [
        'All (3)',
        'False positives (1)',
        'False negatives (2)',
      ]);
      await select.selectOption('falseNegative');
      assert.equal(await misses(page).count(), 2);
    });

    it('goes to the token of a clicked miss', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      await misses(page).nth(1).getByRole('button').click();
      await page.page.waitForFunction(() => document.activeElement?.textContent === ' land');
      assert.match(await page.card.innerText(), /token 3 of 5/);
      assert.equal(await misses(page).nth(1).getAttribute('aria-current'), 'true');
    });

    it('keeps the background of the current one under the pointer', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      const background = (row: number) =>
        misses(page)
          .nth(row)
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      await misses(page).first().getByRole('button').click();
      await page.page.locator('h1').hover();
      const [selected, other] = [await background(0), await background(1)];
      await misses(page).first().hover();
      assert.equal(await background(0), selected);
      await misses(page).nth(1).hover();
      assert.notEqual(await background(1), other);
    });

    it('goes through them by commands, wraps around, and names each', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      await misses(page).first().waitFor();
      const step = async (by: 1 | -1, said: RegExp) => {
        await page.send({ type: 'miss', step: by });
        await page.page.locator('main > div > [role=status]', { hasText: said }).waitFor({
          state: 'attached',
        });
        return (await focused(page))[1];
      };
      assert.equal(await step(1, /^Miss 1 of 3, false negative, sea, actual 5, simulated 0.50/), 0);
      assert.equal(await step(1, /^Miss 2 of 3, false positive, land/), 2);
      assert.equal(await step(1, /^Miss 3 of 3, false negative, sky, actual 1, sim.* minus 1/), 4);
      assert.equal(await step(1, /^Miss 1 of 3/), 0);
      assert.equal(await step(-1, /^Miss 3 of 3/), 4);
      await column(page).getByLabel('Filter misses').selectOption('falsePositive');
      assert.equal(await step(1, /^Miss 1 of 1, false positive/), 2);
    });

    it('goes through them with the column closed, and says if there are none', async () => {
      const page = await pages.open({ width: 1100 });
      await page.show(simple);
      await page.page.getByRole('button', { name: 'Hide Analysis' }).click();
      await page.send({ type: 'miss', step: -1 });
      await page.page.waitForFunction(() => document.activeElement?.textContent === ' sky');
      await page.show(oneSequence({ tokens: ['a', 'b'], actual: [1, 2], simulated: [1, 2] }));
      await page.send({ type: 'miss', step: 1 });
      await page.page.getByText('No misses').waitFor({ state: 'attached' });
    });

    it('loads sequences up to a miss far down', async () => {
      const page = await pages.open({ width: 1100, height: 400 });
      await page.show(far, { pageSize: 5 });
      await misses(page).first().getByRole('button').click();
      await page.token(9, 59).waitFor();
      await page.page.waitForFunction(
        () => (document.activeElement as HTMLElement).dataset['token'] === '9',
      );
      assert.deepEqual(await focused(page), [59, 9]);
      const box = (await page.token(9, 59).boundingBox())!;
      assert.ok(box.y > 40 && box.y < 380, 'it is in sight');
    });

    it('creates tokens up to a miss in a long sequence', async () => {
      const page = await pages.open({ width: 1100 });
      const zeros = Array.from({ length: 7000 }, () => 0);
      const actual = zeros.map((_, i) => (i === 6500 ? 9 : 0));
      const tokens = zeros.map((_, i) => ` w${i}`);
      await page.show(oneSequence({ tokens, actual, simulated: zeros }));
      await misses(page).first().getByRole('button').click();
      await page.page.waitForFunction(() => document.activeElement?.textContent === ' w6500');
    });
  });

  it('shows invisible tokens, and markup as text', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(oddNeuron());
    await misses(page).first().waitFor();
    const more = column(page).getByRole('button', { name: /^Show \d+ more$/ });
    while ((await more.count()) > 0) await more.first().click();
    const text = await column(page).innerText();
    assert.match(text, /\\u200b/);
    assert.match(text, /<script>alert\(1\)<\/script>/);
    assert.match(text, /empty token/);
    assert.equal(await column(page).locator('script, img').count(), 0);
  });

  it('groups sequences if the data show groups', async () => {
    const page = await pages.open({ width: 1100 });
    const of = (maximum: number) => ({
      tokens: ['a', 'b'],
      actual: [0, maximum],
      simulated: [0, 1],
    });
    await page.show(hostNeuron([{ sequences: [4, 3.9, 0.1, 0.2].map(of) }]));
    const headings = page.page.locator('.sequences h3');
    assert.deepEqual(await headings.allTextContents(), ['Top-activating · 2', 'Random · 2']);
    for (const name of ['Top-activating · 2', 'Random · 2']) {
      const group = page.page.getByRole('group', { name });
      assert.equal(await group.getByRole('listitem').count(), 2, name);
    }
    assert.match(
      (await headings.first().getAttribute('title'))!,
      /first 2 sequences decrease to 3\.90\. .* 0\.2/,
    );
    await page.focusToken(1, 1);
    await page.page.keyboard.press('PageDown');
    assert.deepEqual(await focused(page), [2, 0], 'in the next group');
    await page.page.keyboard.press('PageUp');
    assert.deepEqual(await focused(page), [1, 0]);
    await page.choose('Sort', 'Largest activation');
    assert.equal(await headings.count(), 0, 'sorted, there is nothing to part');
    await page.choose('Sort', 'As stored');
    await page.show(hostNeuron([{ sequences: [4, 0.1, 3.9, 0.2].map(of) }]));
    assert.equal(await headings.count(), 0);
  });

  it('gives the verdicts with their reasons', async () => {
    const page = await pages.open({ width: 1100 });
    const tokens = ['a', 'b', 'c'];
    const verdict = () =>
      page.page.locator('.score-item', { hasText: 'EV correlation' }).locator('.recomputed');
    await page.show(
      oneSequence(
        { tokens, actual: [0, 1, 2], simulated: [3, 3, 3] },
        { scores: { evCorrelation: 'undefined' } },
      ),
    );
    const evCorrelation = page.page.locator('.score-item', { hasText: 'EV correlation' });
    assert.equal(
      await evCorrelation.locator('dd').first().textContent(),
      'undefined: constant simulation',
    );
    await page.show(
      oneSequence(
        { tokens, actual: [0, 0, 0], simulated: [0, 1, 3] },
        { scores: { evCorrelation: 0.5 } },
      ),
    );
    assert.match(
      await verdict().innerText(),
      /These 3 tokens give no value: dead neuron, all activations are 0\./,
    );
    await page.show(oneSequence({ tokens, actual: [0, 1, 2], simulated: [0, 1, 3], score: 0.2 }));
    const score = page.page.locator('.sequence-score');
    assert.equal(await score.locator('.codicon-warning').count(), 1);
    await score.hover();
    assert.match((await score.getAttribute('title'))!, /These 3 tokens give 0\.98\./);
    assert.match((await score.getAttribute('title'))!, /Without this sequence: undefined\./);
  });

  it('says what was left out, what was sampled, and how 0-10 was compared', async () => {
    const page = await pages.open({ width: 1100 });
    const tokens = [' a', ' b', ' c', ' d'];
    const sequence = { tokens, actual: [0, 4, 1, NaN], simulated: [0, 8, 0, 1] };
    await page.show(
      hostNeuron([{ units: 'normalized', sequences: [{ ...sequence, predicted: [1, 1, 0, 1] }] }]),
    );
    await plot(page).waitFor();
    const text = await column(page).innerText();
    assert.match(
      text,
      /2 tokens\. Left out: 1 token without a prediction\. Left out: 1 token without a value\./,
    );
    const count = 30_000;
    const many = Array.from({ length: count }, (_, i) => i % 97);
    await page.show(
      oneSequence(
        { tokens: many.map(String), actual: many, simulated: many.map((value) => value / 9.7) },
        { units: 'normalized' },
      ),
    );
    await column(page).getByText('20,000 of 30,000 tokens, evenly sampled').waitFor();
    await column(page).getByText('0–10 is mapped to 0–96').waitFor();
  });

  for (const theme of allThemes) {
    it(`has no axe-core violations, and follows the theme: ${theme.name} (needs shared/data)`, async function () {
      const path = sharedOrSkip(this, 'data/reference-run/explanations/5/17.jsonl');
      const page = await pages.open({ theme, width: 1180, height: 1500 });
      await page.show(readNeuron(path));
      await plot(page).waitFor();
      await column(page).getByText('Highlight tokens in range').click();
      await column(page).getByText('Show as table').click();
      await column(page).getByLabel('Simulated, from').fill('2');
      await column(page).getByLabel('Simulated, from').press('Enter');
      await misses(page).nth(2).getByRole('button').click();
      await page.settle();
      await page.screenshot(`analysis-${theme.name}`, false);
      assert.deepEqual(await violations(page), []);
    });
  }
});
