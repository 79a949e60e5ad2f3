import assert from 'node:assert/strict';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import type { PageState } from '../../src/overview/contract/contract.ts';
import { emptyDirectory, madeRun, put, row } from '../unit/overview/support/made.ts';
import { overviewPages, type OverviewPage } from './support/overviewPage.ts';

const small = () => new OverviewData(madeRun(12, 200));
const openings = (page: OverviewPage) =>
  page.requests.flatMap((request) => (request.name === 'open' ? request.argument : []));
const lastView = (page: OverviewPage) =>
  page.requests.flatMap((request) => (request.name === 'view' ? request.argument : [])).at(-1)!;
const focused = (page: OverviewPage) =>
  page.page.evaluate(() => {
    const cell = document.activeElement as HTMLElement;
    return `${cell.closest<HTMLElement>('[data-row]')?.dataset['row']}/${cell.dataset['column']}`;
  });
async function press(page: OverviewPage, ...keys: string[]): Promise<string> {
  for (const key of keys) await page.page.keyboard.press(key);
  await page.settle();
  return focused(page);
}

describe('the overview’s page', () => {
  const pages = overviewPages();

  it('asks once, and shows progress', async () => {
    const page = await pages.open();
    await page.page.getByRole('progressbar').waitFor();
    assert.deepEqual(await page.posted(), [{ type: 'ready' }]);
  });

  it('shows the best first, the totals, and the progress of indexing', async () => {
    const page = await pages.open();
    await page.show(small(), {
      progress: { state: 'reading', known: 1234, exact: 1234, total: 307_200, listed: true },
    });
    const scores = (await page.column(1)).slice(0, 10).map(Number);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    assert.ok(scores[0]! > 0.8);
    await page.page.getByText('Indexing: 1,234 of 307,200 neurons').waitFor();
    const totals = await page.page.locator('.totals').innerText();
    assert.match(totals, /Neurons\s+2,400\s+2,400/);
    assert.equal(await page.count(), 2400);
  });

  it('has only the visible rows of 307,200 in the document', async function () {
    this.timeout(120_000);
    const page = await pages.open();
    const data = new OverviewData(madeRun(48, 6400));
    await page.show(data);
    assert.equal(await page.count(), 307_200);
    assert.ok((await page.rows.count()) < 60);
    await page.grid.evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
    await page.page.locator('[data-row="307200"]').waitFor();
    await page.settle();
    assert.ok((await page.rows.count()) < 60);
    assert.match((await page.cells(307_199))[0]!, /^\d+:\d+$/);
    await page.grid.evaluate((grid) => (grid.scrollTop = 3_000_000));
    await page.page.locator('[data-row="125001"] [data-column="0"]:not(:empty)').waitFor();
    assert.equal(await page.page.locator('[aria-rowindex="125002"]').count(), 1);
  });

  it('sorts by a title, in both directions, and shows it', async () => {
    const page = await pages.open();
    await page.show(small());
    assert.equal(await page.title('Score').getAttribute('aria-sort'), 'descending');
    await page.title('Score').click();
    await page.settle();
    assert.equal(await page.title('Score').getAttribute('aria-sort'), 'ascending');
    const scores = (await page.column(1)).slice(0, 10).map((it) => Number(it.replace('−', '-')));
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => a - b),
    );
    await page.title('Neuron').click();
    await page.settle();
    assert.equal(await page.title('Score').getAttribute('aria-sort'), 'none');
    assert.deepEqual((await page.column(0)).slice(0, 3), ['0:0', '0:1', '0:2']);
  });

  for (const language of ['en', 'de'])
    it(`shows titles and numbers whole, and gives the rest to explanations: ${language}`, async () => {
      const page = await pages.open({ language, width: 900, height: 800 });
      const directory = madeRun(1, 5);
      put(directory, '47:131071', row([{ score: NaN, rSquared: NaN, absoluteDevExplained: NaN }]));
      put(directory, '47:6399', row([{ score: -0.25, tokens: 100_000, sequences: 1000 }]));
      await page.show(new OverviewData(directory));
      /** What is cut off, except for explanations, and for words if there is little room. */
      const cutOff = (except: RegExp) =>
        page.grid.evaluate((grid, pattern) => {
          const cells = [...grid.querySelectorAll<HTMLElement>('.grid-cell')];
          return [grid, ...cells.filter(({ dataset }) => dataset['column'] !== '2')]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ textContent }) => textContent?.slice(0, 30) ?? '')
            .filter((text) => !new RegExp(pattern).test(text));
        }, except.source);
      const width = async () =>
        (await page.grid.getByRole('columnheader').nth(2).boundingBox())!.width;
      for (let column = 8; column >= 0; column--) {
        await page.grid.getByRole('columnheader').nth(column).click();
        await page.settle();
        assert.deepEqual(await cutOff(/^(undefined|nicht definiert)$/), [], `column ${column}`);
      }
      await page.grid
        .getByTitle(/^(undefined|nicht definiert)$/)
        .first()
        .waitFor();
      const before = await width();
      await page.resize(1300, 800);
      await page.settle();
      assert.deepEqual(await cutOff(/^$/), []);
      assert.ok((await width()) > before + 200);
    });

  it('filters by a query, and reports its problems', async () => {
    const page = await pages.open();
    await page.show(small());
    const filter = page.page.getByLabel('Filter neurons');
    await filter.fill('layer:3 sea -references');
    await page.page.waitForFunction(() => {
      const rows = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
      return Number(rows) < 1000;
    });
    await page.settle();
    for (const text of await page.column(2)) assert.match(text, /the sea/);
    for (const id of await page.column(0)) assert.match(id, /^3:/);
    await filter.fill('score:x');
    await page.page.getByText(/Expected none, a number/).waitFor();
    await filter.fill('"nothing has this"');
    await page.page.getByText('No neurons').waitFor();
    const status = page.page.getByRole('status').filter({ hasText: /^0 neurons$/ });
    await status.waitFor({ state: 'attached' });
  });

  it('filters by a selection in the plot, until it is cleared', async () => {
    const page = await pages.open();
    await page.show(small());
    await page.brush([0.26, 0.1], [0.49, 0.5]);
    const { layers, scores } = lastView(page).selection;
    assert.deepEqual(layers, [3, 5]);
    assert.ok(scores && scores[0] < scores[1] && scores[1] < 1);
    const count = await page.count();
    assert.ok(count > 0 && count < 600, String(count));
    for (const id of await page.column(0)) assert.match(id, /^[345]:/);
    for (const score of (await page.column(1)).map(Number)) {
      assert.ok(score >= scores[0] - 0.005 && score <= scores[1] + 0.005);
    }
    assert.equal(await page.field('Layers from').inputValue(), '3');
    assert.equal(await page.field('Layers to').inputValue(), '5');
    assert.equal(await page.field('Scores to').inputValue(), String(scores[1]));
    const totals = await page.page.locator('.totals').innerText();
    assert.match(totals, new RegExp(`Neurons\\s+2,400\\s+${count}`));
    await page.page.getByRole('button', { name: 'Clear Selection' }).click();
    await page.settle();
    assert.equal(await page.count(), 2400);
    assert.equal(await page.page.locator('.brush .selection').isVisible(), false);
  });

  it('filters by a typed range, and shows it in the plot', async () => {
    const page = await pages.open();
    await page.show(small());
    await page.field('Layers from').fill('6');
    await page.page.keyboard.press('Enter');
    await page.settle();
    assert.deepEqual(lastView(page).selection, { layers: [6, 11], scores: null });
    assert.equal(await page.count(), 1200);
    const overlay = (await page.page.locator('.brush .overlay').boundingBox())!;
    const box = (await page.page.locator('.brush .selection').boundingBox())!;
    assert.ok(Math.abs(box.x - (overlay.x + overlay.width / 2)) < 4);
    assert.ok(Math.abs(box.height - overlay.height) < 4);
    await page.field('Scores from').fill('0.5');
    await page.page.keyboard.press('Tab');
    await page.settle();
    assert.deepEqual(lastView(page).selection, { layers: [6, 11], scores: [0.5, 1] });
  });

  it('selects scores in the histogram of a layer', async () => {
    const page = await pages.open();
    await page.show(new OverviewData(madeRun(3, 500), '1'));
    assert.equal(await page.field('Layers from').count(), 0);
    await page.brush([0.5, 0.5], [0.75, 0.5]);
    const { layers, scores } = lastView(page).selection;
    assert.equal(layers, null);
    assert.ok(scores![0] > 0.3 && scores![1] < 0.85 && scores![0] < scores![1]);
    assert.ok((await page.count()) < 500);
  });

  it('opens a neuron with a click, and pins it with a double click', async () => {
    const page = await pages.open();
    await page.show(small());
    const [id] = await page.cells(3);
    const neuron = { key: `${id!.replace(':', '/')}.jsonl` };
    await page.page.locator('[data-row="4"] [data-column="2"]').click();
    assert.deepEqual(openings(page), [{ ...neuron, pinned: false, preserveFocus: true }]);
    assert.equal(await page.page.locator('[aria-selected=true]').getAttribute('data-row'), '4');
    await page.page.locator('[data-row="4"] [data-column="2"]').dblclick();
    assert.deepEqual(openings(page).at(-1), { ...neuron, pinned: true, preserveFocus: false });
  });

  it('moves by keys, with one tab stop', async () => {
    const page = await pages.open();
    await page.show(small());
    await page.page.getByLabel('Filter neurons').focus();
    assert.equal(await press(page, 'Tab'), '1/0');
    assert.equal(await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight'), '2/2');
    assert.equal(await press(page, 'End'), '2/8');
    assert.equal(await press(page, 'Home'), '2/0');
    assert.equal(await press(page, 'Control+End'), '2400/8');
    assert.equal(await press(page, 'ArrowUp'), '2399/8');
    assert.equal(await press(page, 'Control+Home'), '1/0');
    const [, down] = [await press(page, 'PageDown'), await focused(page)];
    assert.ok(parseInt(down, 10) > 5, down);
    assert.equal(await press(page, 'Control+Home', 'ArrowUp'), '0/0');
    await press(page, 'Enter');
    assert.deepEqual(lastView(page).sort, { column: 'neuron', descending: false });
    assert.equal(await press(page, 'ArrowDown', 'ArrowDown', 'Enter'), '2/0');
    const opened = { key: '0/1.jsonl', pinned: false };
    assert.deepEqual(openings(page), [{ ...opened, preserveFocus: false }]);
    await press(page, ' ');
    assert.deepEqual(openings(page).at(-1), { ...opened, preserveFocus: true });
    assert.equal(await page.page.locator('.grid [tabindex="0"]').count(), 1);
  });

  it('keeps the focus when its row is scrolled away', async () => {
    const page = await pages.open();
    await page.show(small());
    await page.page.locator('[data-row="2"] [data-column="1"]').click();
    await page.grid.evaluate((grid) => (grid.scrollTop = 20_000));
    await page.settle();
    assert.equal(await focused(page), '2/1');
    assert.equal(await press(page, 'ArrowDown'), '3/1');
    assert.ok((await page.page.locator('[data-row="3"]').boundingBox())!.y > 300);
  });

  it('keeps the clicked row visible when the window becomes narrow', async () => {
    const page = await pages.open({ width: 1200, height: 800 });
    await page.show(small());
    const cell = page.page.locator('[data-row="9"] [data-column="0"]');
    await cell.click();
    await page.resize(460, 700);
    await page.settle();
    const { y, height } = (await cell.boundingBox())!;
    assert.ok(y > 0 && y + height <= 701, `at ${y}`);
  });

  it('updates during indexing, and keeps its position', async () => {
    const page = await pages.open();
    const directory = madeRun(4, 300);
    const data = new OverviewData(directory);
    await page.show(data);
    await page.title('Neuron').click();
    await page.settle();
    await page.grid.evaluate((grid) => (grid.scrollTop = 4800));
    await page.settle();
    put(directory, '9:1', row([{ text: ' something new' }]));
    await page.update(data);
    assert.equal(await page.count(), 1201);
    assert.equal(await page.grid.evaluate((grid) => grid.scrollTop), 4800);
    await press(page, 'Control+End');
  });

  it('says that there is nothing yet, and updates when there is', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    const data = new OverviewData(directory);
    await page.show(data);
    await page.page.getByText('No scores indexed yet.').waitFor();
    put(directory, '5:131', row([{ score: NaN }]));
    await page.update(data);
    await page.page.getByText('None of these neurons has a score.').waitFor();
    assert.deepEqual((await page.cells(0)).slice(0, 2), ['5:131', 'undefined']);
    put(directory, '5:132', row([{ score: 0.5 }]));
    await page.update(data);
    await page.page.locator('.plot svg').first().waitFor();
  });

  it('leaves missing scores out of the mean, but not 0', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    for (const [i, score] of [0.4, null, NaN, 0].entries())
      put(directory, `5:${i}`, row([{ score }]));
    await page.show(new OverviewData(directory));
    const layer = page.page.locator('.layer-table tbody tr').first();
    const numbers = await layer.locator('td').allTextContents();
    assert.deepEqual(numbers.slice(0, 5), ['4', '4', '0.20', '0.20', '0.40']);
    const shown = await page.column(1);
    assert.deepEqual(shown.slice(0, 2), ['0.40', '0.00']);
    assert.deepEqual(shown.slice(2).sort(), ['undefined', '–']);
  });

  it('shows the file’s texts as text', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    const markup = '<img src=x onerror="alert(1)"><b>bold</b> &amp;';
    put(directory, '5:131', row([{ text: `${markup} \u001b\u202e` }]));
    put(directory, '5:132', row([], { failure: '<script>alert(1)</script>', problemCount: 1 }));
    await page.show(new OverviewData(directory));
    assert.equal((await page.cells(0))[2], `${markup} \\x1b\\u202e`);
    assert.equal((await page.cells(1))[2], '<script>alert(1)</script>');
    assert.equal(await page.page.locator('.grid img, .grid b, .grid script').count(), 0);
  });

  it('shows a failure until it is dismissed', async () => {
    const page = await pages.open();
    await page.show(small());
    page.host = () => ({ error: 'The disk is full.' });
    await page.page.getByRole('button', { name: 'Save Table as CSV…' }).click();
    const alert = page.page.getByRole('alert');
    await alert.getByText('The disk is full.').waitFor();
    await page.page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await alert.count(), 0);
  });

  it('offers nothing of a directory that is gone, and shows it when it is back', async () => {
    const page = await pages.open();
    const data = small();
    await page.show(data);
    await page.page.getByLabel('Filter neurons').fill('layer:3');
    await page.page.getByRole('grid', { name: 'Neurons 200' }).waitFor();
    const failure = {
      title: 'Overview of explanations',
      path: 'data/explanations',
      reason: 'This directory is no longer in the window.',
      detail: 'The overview reloads when the directory is back.',
    };
    await page.send({ type: 'failed', failure });
    await page.screenshot('overview-gone', false);
    const alert = page.page.getByRole('alert');
    assert.match(await alert.innerText(), /no longer in the window\.\s+The overview reloads/);
    await page.page.getByRole('heading', { level: 1, name: failure.title }).waitFor();
    assert.equal(await page.page.locator('button, input, [tabindex]').count(), 0);
    assert.equal(await page.page.locator('main').getAttribute('aria-busy'), 'false');
    await page.update(data);
    await page.page.getByRole('grid', { name: 'Neurons 200' }).waitFor();
    assert.equal(await page.page.getByLabel('Filter neurons').inputValue(), 'layer:3');
    assert.equal(await alert.count(), 0);
  });

  it('keeps typed text during updates', async () => {
    const page = await pages.open();
    const directory = madeRun(4, 30);
    const data = new OverviewData(directory);
    await page.show(data);
    await page.field('Scores from').pressSequentially('0.');
    put(directory, '9:1', row([{ text: ' something new' }]));
    await page.update(data);
    await page.field('Scores from').pressSequentially('25');
    await page.page.keyboard.press('Enter');
    await page.settle();
    assert.equal(await page.field('Scores from').inputValue(), '0.25');
    assert.deepEqual(lastView(page).selection, { layers: null, scores: [0.25, 1] });
  });

  it('survives a reload: order, filter, selection and position', async () => {
    const page = await pages.open();
    const data = small();
    await page.show(data);
    await page.title('Tokens').click();
    await page.page.getByLabel('Filter neurons').fill('layer:2-9');
    await page.field('Scores from').fill('0.1');
    await page.page.keyboard.press('Enter');
    const state: PageState = {
      uri: 'file:///data/explanations',
      layer: null,
      sort: { column: 'tokens', descending: true },
      query: 'layer:2-9',
      selection: { layers: null, scores: [0.1, 1] },
      top: 100,
    };
    await page.keeps({ ...state, top: 0 });
    await page.grid.evaluate((grid) => (grid.scrollTop = 2400));
    await page.keeps(state);
    await page.page.reload();
    await page.show(data);
    const { sort, query, selection } = lastView(page);
    assert.deepEqual(
      { sort, query, selection },
      {
        sort: state.sort,
        query: state.query,
        selection: state.selection,
      },
    );
    assert.equal(await page.page.getByLabel('Filter neurons').inputValue(), 'layer:2-9');
    assert.equal(await page.grid.evaluate((grid) => grid.scrollTop), 2400);
  });
});
