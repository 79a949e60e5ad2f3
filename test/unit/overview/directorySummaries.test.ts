import assert from 'node:assert/strict';
import {
  knownSummaries,
  summarizeDirectories,
} from '../../../src/overview/host/directorySummaries.ts';
import { emptyDirectory, put, row } from './support/made.ts';

describe('the summaries of directories', () => {
  it('have the totals and the latest change of each', async () => {
    const [first, second] = [emptyDirectory('file:///a'), emptyDirectory('file:///b')];
    put(first, '5:1', row([{ score: 0.5 }]), 'exact', 3000);
    put(first, '6:1', row([{ score: 0.7 }]), 'exact', 9000);
    put(first, '6:2', row([], { failure: 'It is empty.', problemCount: 1 }), 'exact', 5000);
    const summaries = await summarizeDirectories([
      { name: 'a', directory: first },
      { name: 'b', directory: second },
    ]);
    assert.deepEqual(
      summaries.map(({ uri, name, modified }) => [uri, name, modified]),
      [
        ['file:///a', 'a', 9],
        ['file:///b', 'b', null],
      ],
    );
    const [{ totals }] = summaries as [(typeof summaries)[0]];
    assert.deepEqual([totals?.neurons, totals?.unreadable, totals?.median], [3, 1, 0.6]);
  });

  it('are names at first, then the numbers last counted', async () => {
    const directory = emptyDirectory('file:///a');
    put(directory, '5:1', row([{}]));
    const all = [{ name: 'a', directory }];
    assert.deepEqual(knownSummaries(all), [
      { uri: 'file:///a', name: 'a', totals: null, modified: null },
    ]);
    const counted = await summarizeDirectories(all);
    put(directory, '5:2', row([{}]));
    assert.deepEqual(knownSummaries(all), counted);
  });

  it('are made again only after a change', async () => {
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}]));
    const totalsNow = async () =>
      (await summarizeDirectories([{ name: 'a', directory }]))[0]!.totals;
    const before = await totalsNow();
    assert.equal(await totalsNow(), before);
    put(directory, '5:2', row([{}]));
    assert.equal((await totalsNow())?.neurons, 2);
  });
});
