import assert from 'node:assert/strict';
import { knownSummaries } from '../../src/overview/host/directorySummaries.ts';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { layerOf } from '../unit/catalog/support/keys.ts';
import { emptyDirectory, madeRun, put, row } from '../unit/overview/support/made.ts';
import { overviewPages } from './support/overviewPage.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A time in the past, as in a file's stamp. */
const ago = (milliseconds: number) => (Date.now() - milliseconds) * 1000;

describe('what came in, in an overview', () => {
  const pages = overviewPages();

  it('is shown by the time when it was modified, and sorted by it', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}]), 'exact', ago(3.5 * hour));
    put(directory, '5:2', row([{}]), 'exact', ago(2.5 * minute));
    put(directory, '5:3', row([{}]), 'exact', new Date(2026, 2, 5, 12, 30).getTime() * 1000);
    directory.catalog.addKey(layerOf('5'), '5/4.jsonl');
    await page.show(new OverviewData(directory));
    await page.title('Modified').click();
    await page.settle();
    assert.equal(await page.title('Modified').getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await page.column(0), ['5:2', '5:1', '5:3', '5:4']);
    const cells = page.page.locator('.grid-body [data-column="8"]');
    const [minutes, hours, date, unknown] = await cells.allInnerTexts();
    assert.match(minutes!, /^2 min\.? ago$/);
    assert.match(hours!, /^3 hr\.? ago$/);
    assert.deepEqual([date, unknown], ['Mar 5, 2026', '']);
    assert.match((await cells.nth(2).getAttribute('title'))!, /^March 5, 2026.* 12:30:00\sPM$/);
    assert.equal(await cells.nth(3).getAttribute('title'), null);
  });

  it('is filtered by its age', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}]), 'exact', ago(3 * hour));
    put(directory, '5:2', row([{}]), 'exact', ago(minute));
    await page.show(new OverviewData(directory));
    await page.page.getByLabel('Filter neurons').fill('modified:<2h');
    await page.page.getByRole('grid', { name: 'Neurons 1' }).waitFor();
    assert.deepEqual(await page.column(0), ['5:2']);
    await page.page.getByLabel('Filter neurons').fill('modified:<2y');
    await page.page.getByText(/Expected an age in s, m, h, d or w/).waitFor();
  });

  it('has unreadable files with their reasons, one click from their number', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    put(directory, '5:1', row([{ score: 0.5 }]));
    put(directory, '5:2', row([], { failure: 'The file is empty.', problemCount: 1 }));
    put(directory, '7:3', row([], { failure: 'Expected a list.', problemCount: 1 }));
    put(directory, '7:4', row([{ score: 0.2 }], { problemCount: 2 }));
    await page.show(new OverviewData(directory));
    const filter = page.page.getByLabel('Filter neurons');
    await page.field('Scores from').fill('0.4');
    await page.page.keyboard.press('Enter');
    await filter.fill('sea');
    await page.page.getByRole('grid', { name: 'Neurons 1' }).waitFor();
    const totals = page.page.locator('.totals');
    assert.match(await totals.innerText(), /Unreadable files\s+2\s+0/);
    await totals.getByRole('button', { name: 'Unreadable files' }).click();
    await page.page.getByRole('grid', { name: 'Neurons 2' }).waitFor();
    assert.equal(await filter.inputValue(), 'is:unreadable');
    assert.deepEqual(await page.column(2), ['The file is empty.', 'Expected a list.']);
    assert.match(await totals.innerText(), /Unreadable files\s+2\s+2/);
    // What is typed next stays.
    await filter.fill('layer:7 score:>0');
    await page.page.getByRole('grid', { name: 'Neurons 1' }).waitFor();
    assert.equal(await filter.inputValue(), 'layer:7 score:>0');
  });

  it('has files with problems one click from their number', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}]));
    put(directory, '5:2', row([], { failure: 'The file is empty.', problemCount: 1 }));
    put(directory, '7:3', row([{ score: 0.2 }], { problemCount: 2 }));
    await page.show(new OverviewData(directory));
    await page.page.getByRole('button', { name: 'Files with problems' }).click();
    await page.page.getByRole('grid', { name: 'Neurons 2' }).waitFor();
    assert.equal(await page.page.getByLabel('Filter neurons').inputValue(), 'is:problem');
    assert.deepEqual((await page.column(0)).toSorted(), ['5:2', '7:3']);
  });

  it('has no link to files that there are none of', async () => {
    const page = await pages.open();
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}], { problemCount: 1 }));
    const data = new OverviewData(directory);
    await page.show(data);
    const totals = page.page.locator('.totals');
    assert.match(await totals.innerText(), /Unreadable files\s+0\s+0/);
    assert.deepEqual(await totals.getByRole('button').allInnerTexts(), ['Files with problems']);
    put(directory, '5:1', row([{}]));
    await page.update(data);
    assert.equal(await totals.getByRole('button').count(), 0);
  });

  it('is compared with other directories of the window', async () => {
    const page = await pages.open();
    const other = emptyDirectory('file:///data/second');
    put(other, '5:1', row([{ score: 0.25 }]), 'exact', ago(90 * minute));
    put(other, '5:2', row([]), 'exact', ago(5 * hour));
    put(other, '5:3', row([], { failure: 'It is empty.', problemCount: 1 }));
    const own = madeRun(2, 50);
    await page.show(new OverviewData(own));
    const region = page.page.getByRole('region', { name: 'Explanation directories' });
    assert.equal(await region.count(), 0);
    const named = [['first', own] as const, ['second', other] as const];
    await page.showDirectories(named, knownSummaries);
    const [, , uncounted] = await region.getByRole('row').allInnerTexts();
    assert.equal(uncounted, `second${'\t…'.repeat(5)}`);
    const { height } = (await region.boundingBox())!;
    await page.showDirectories(named);
    assert.equal((await region.boundingBox())!.height, height);
    const [, first, second] = await region.getByRole('row').allInnerTexts();
    assert.match(first!, /^first\t100\t/);
    assert.match(second!, /^second\t3\t1\t1\t0\.25\t1 hr\.? ago$/);
    assert.equal(await region.getByRole('button').count(), 1);
    await region.getByRole('button', { name: 'second' }).click();
    await page.settle();
    const { argument } = page.requests.find(({ name }) => name === 'openDirectory')!;
    assert.deepEqual(argument, { uri: 'file:///data/second' });
    // In the overview of a layer, the directory itself has a link, too.
    await page.show(new OverviewData(own, '1'));
    assert.equal(await region.getByRole('button').count(), 2);
    await page.showDirectories([]);
    assert.equal(await region.count(), 0);
  });
});
