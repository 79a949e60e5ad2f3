import assert from 'node:assert/strict';
import type { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import { columns } from '../../../src/overview/contract/columns.ts';
import type { Sort, ViewOptions } from '../../../src/overview/contract/contract.ts';
import { Outdated } from '../../../src/catalog/slices.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { emptyDirectory, madeRun, put, row } from './support/made.ts';

const all: ViewOptions = {
  sort: { column: 'neuron', descending: false },
  query: '',
  selection: { layers: null, scores: null },
};

function filled(): ExplanationDirectory {
  const directory = emptyDirectory();
  put(directory, '10:0', row([{ text: 'Ships', score: 0.9, rSquared: -2, tokens: 3 }]));
  put(
    directory,
    '2:10',
    row([
      { text: ' the sea', score: 0.5 },
      { text: ' ships', score: 0.1 },
    ]),
  );
  put(directory, '2:9', row([{ text: ' a café', score: 0.5, tokens: 9 }]));
  put(directory, '2:1', row([{ text: ' numbers', score: NaN, rSquared: 0.7 }]));
  put(directory, '2:2', row([{ text: ' words', score: null }], { problemCount: 2 }));
  put(directory, '2:4', row([], { failure: 'It is empty.', problemCount: 1 }));
  return directory;
}

async function shown(options: Partial<ViewOptions>, directory = filled()): Promise<string[]> {
  const data = new OverviewData(directory);
  await data.update();
  const { view, totals } = await data.view({ ...all, ...options });
  const rows = data.rows(view, 0, 1000)!;
  assert.equal(rows.length, totals.neurons);
  return rows.map(({ id }) => id);
}

describe('the rows of an overview', () => {
  it('are by layer and neuron as numbers', async () => {
    const order = ['2:1', '2:2', '2:4', '2:9', '2:10', '10:0'];
    assert.deepEqual(await shown({}), order);
    const descending: Sort = { column: 'neuron', descending: true };
    assert.deepEqual(await shown({ sort: descending }), order.toReversed());
  });

  const orders: [Sort['column'], descending: boolean, order: string][] = [
    ['score', true, '10:0 2:9 2:10 2:1 2:2 2:4'],
    ['score', false, '2:9 2:10 10:0 2:1 2:2 2:4'],
    ['explanation', false, '2:9 2:1 10:0 2:10 2:2 2:4'],
    ['explanation', true, '2:2 2:10 10:0 2:1 2:9 2:4'],
    ['score:rSquared', true, '2:1 2:2 2:9 2:10 10:0 2:4'],
    ['tokens', false, '10:0 2:9 2:1 2:2 2:10 2:4'],
    ['problems', true, '2:2 2:4 2:1 2:9 2:10 10:0'],
    ['problems', false, '2:1 2:9 2:10 10:0 2:4 2:2'],
    ['sequences', true, '2:1 2:2 2:9 2:10 10:0 2:4'],
    ['score:absoluteDevExplained', false, '2:1 2:2 2:9 2:10 10:0 2:4'],
  ];
  for (const [column, descending, order] of orders) {
    it(`are sorted by ${column} ${descending ? 'down' : 'up'}, missing values last`, async () => {
      assert.equal((await shown({ sort: { column, descending } })).join(' '), order);
    });
  }

  it('are sorted by the time when they were modified, unknown times last', async () => {
    const directory = emptyDirectory();
    for (const [place, modified] of Object.entries({ '2:1': 5, '2:2': 9, '10:0': 7 }))
      put(directory, place, row([]), 'exact', modified);
    directory.catalog.addKey(layerOf('2'), '2/3.jsonl');
    const sort = (descending: boolean) => ({ sort: { column: 'modified', descending } as const });
    assert.deepEqual(await shown(sort(true), directory), ['2:2', '10:0', '2:1', '2:3']);
    assert.deepEqual(await shown(sort(false), directory), ['2:1', '10:0', '2:2', '2:3']);
  });

  const queries: [query: string, found: string][] = [
    ['is:unreadable', '2:4'],
    ['modified:<1h', ''],
    ['SHIPS', '2:10 10:0'],
    ['cafe\u0301', '2:9'],
    ['"the sea"', '2:10'],
    ['-sea', '2:1 2:2 2:9 2:10 10:0'],
    ['/^\\s*n/', '2:1'],
    ['layer:2 neuron:9-10', '2:9 2:10'],
    ['score:>0.4', '2:9 2:10 10:0'],
    ['score:none', '2:1 2:2'],
    ['nothing', ''],
  ];
  for (const [query, found] of queries) {
    it(`match the query: ${query}`, async () => {
      assert.equal((await shown({ query })).join(' '), found);
    });
  }

  it('match the selection; a range of scores excludes missing scores', async () => {
    const select = (layers: [number, number] | null, scores: [number, number] | null) =>
      shown({ selection: { layers, scores } });
    assert.deepEqual(await select([3, 10], null), ['10:0']);
    assert.deepEqual(await select(null, [0.5, 0.9]), ['2:9', '2:10', '10:0']);
    assert.deepEqual(await select([2, 2], [-1, 1]), ['2:9', '2:10']);
    assert.deepEqual(await select(null, [0.51, 0.89]), []);
  });

  it('come with their totals and problems of the query', async () => {
    const data = new OverviewData(filled());
    await data.update();
    const { totals, problems, dependsOnTime } = await data.view({
      ...all,
      query: 'layer:2 score:x',
    });
    assert.deepEqual([totals.neurons, totals.problemFiles, totals.median], [5, 2, 0.5]);
    assert.equal(problems.length, 1);
    assert.equal(dependsOnTime, false);
    const dependsNow = async (query: string) => (await data.view({ ...all, query })).dependsOnTime;
    assert.equal(await dependsNow('modified:>1h'), true);
    assert.equal(await dependsNow('-modified:>1h'), true);
    assert.equal(await dependsNow('modified:>=2020-01-01'), false);
    assert.match(problems[0]!, /score:>0\.5/);
  });

  it('are none of a replaced directory, also during an update', async () => {
    const data = new OverviewData(filled());
    await data.update();
    const { view } = await data.view(all);
    const updating = data.update();
    const viewing = data.view({ ...all, query: 'the' });
    const back = emptyDirectory();
    put(back, '3:7', row([]));
    data.replaceDirectory(back);
    await updating;
    assert.equal(data.rows(view, 0, 100), null);
    assert.equal((await viewing).totals.neurons, 0);
    assert.equal((await data.view(all)).totals.neurons, 0);
    await data.update();
    const { view: now } = await data.view(all);
    assert.deepEqual(
      data.rows(now, 0, 100)!.map(({ id }) => id),
      ['3:7'],
    );
  });

  it('have all values', async () => {
    const directory = filled();
    directory.catalog.list(layerOf('2'), '2/11.jsonl', { size: 1, modified: 1 });
    put(directory, '2:12', row([]));
    directory.catalog.addKey(layerOf('2'), '2/13.jsonl');
    const data = new OverviewData(directory);
    await data.update();
    const { view } = await data.view(all);
    const rows = new Map(data.rows(view, 0, 100)!.map((it) => [it.id, it]));
    const of = (id: string) => rows.get(id)!;
    assert.deepEqual(of('2:10'), {
      key: '2/10.jsonl',
      id: '2:10',
      scores: [0.5, 0.25, 0.125],
      explanation: 'the sea',
      more: 1,
      sequences: 10,
      tokens: 640,
      problems: 0,
      modified: 0.001,
      remark: null,
    });
    assert.equal(of('2:1').scores[0], 'undefined');
    assert.equal(of('2:2').scores[0], null);
    assert.equal(of('2:4').remark, 'It is empty.');
    assert.equal(of('2:11').remark, 'pending');
    assert.equal(of('2:12').remark, 'no explanations');
    assert.equal(of('2:13').modified, null);
  });

  it('are shortened, but not within a character', async () => {
    const directory = emptyDirectory();
    put(directory, '0:0', row([{ text: 'x'.repeat(599) + '😀' + 'y'.repeat(1e6) }]));
    const data = new OverviewData(directory);
    await data.update();
    const { view } = await data.view(all);
    const { explanation } = data.rows(view, 0, 1)![0]!;
    assert.ok(explanation!.length < 700 && explanation!.isWellFormed());
  });

  it('are of the latest view only', async () => {
    const data = new OverviewData(filled());
    await data.update();
    const first = await data.view(all);
    const second = await data.view({ ...all, query: 'sea' });
    assert.equal(data.rows(first.view, 0, 1), null);
    assert.deepEqual(data.rows(second.view, 5, 10), []);
  });

  it('are given up if others are requested', async () => {
    const data = new OverviewData(madeRun(10, 6400));
    await data.update();
    const first = data.view({ ...all, sort: { column: 'explanation', descending: false } });
    const second = data.view({ ...all, query: 'sea', sort: { column: 'score', descending: true } });
    await assert.rejects(first, Outdated);
    const { view } = await second;
    assert.match(data.rows(view, 0, 1)![0]!.explanation!, /sea/);
  });

  it('can be sorted by every column', async () => {
    for (const column of columns) {
      for (const descending of [true, false]) {
        const ids = await shown({ sort: { column, descending } });
        assert.equal(new Set(ids).size, 6);
      }
    }
  });
});
