import assert from 'node:assert/strict';
import type { Requests } from '../../../src/overview/contract/contract.ts';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import { Model } from '../../../src/overview/page/model.ts';
import { initialState } from '../../../src/overview/page/state.ts';
import type { Asks } from '../../../src/ui/rpc.ts';
import { SavedState } from '../../../src/ui/savedState.ts';
import { emptyDirectory, put, row } from './support/made.ts';

describe('the table of an overview as time passes', () => {
  it('is filtered again only if it is filtered by age', async () => {
    const directory = emptyDirectory();
    put(directory, '5:1', row([{}]), 'exact', Date.now() * 1000);
    const data = new OverviewData(directory);
    await data.update();
    const queries: string[] = [];
    const answers = {
      view: (options: Parameters<OverviewData['view']>[0]) => {
        queries.push(options.query);
        return data.view(options);
      },
      rows: () => Promise.resolve([]),
    };
    const rpc = {
      request: (name: keyof typeof answers, argument: never) => answers[name](argument),
    } as unknown as Asks<Requests>;
    const saved = new SavedState(initialState, () => undefined);
    const model = new Model(rpc, saved);
    const filtered = (query: string) =>
      new Promise<void>((resolve) => {
        const stop = model.subscribe(() => {
          if (model.snapshot.table?.options.query !== query) return;
          stop();
          resolve();
        });
        model.filter(query);
      });

    await filtered('sea');
    model.timePassed();
    assert.deepEqual(queries, ['sea']);
    await filtered('modified:>=2020-01-01');
    model.timePassed();
    assert.deepEqual(queries.splice(1), ['modified:>=2020-01-01']);
    await filtered('modified:<2h');
    model.timePassed();
    assert.deepEqual(queries, ['sea', 'modified:<2h', 'modified:<2h']);
  });
});
