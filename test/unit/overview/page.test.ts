import assert from 'node:assert/strict';
import type { PageState, Row } from '../../../src/overview/contract/contract.ts';
import { initialState, parseState, withEnd } from '../../../src/overview/page/state.ts';
import { moved } from '../../../src/overview/page/table/cursor.ts';
import {
  boxHeight,
  rowHeight,
  rowWindow,
  scrollOf,
  scrollToRow,
} from '../../../src/overview/page/table/rowWindow.ts';
import { pageSize, Rows } from '../../../src/overview/page/table/rows.ts';
import { progressText } from '../../../src/overview/page/text.ts';

describe('the visible rows', () => {
  for (const count of [0, 5, 307_200, 3_072_000]) {
    const extent = { count, height: 480 };
    const furthest = Math.max(0, boxHeight(count) - extent.height);

    it(`begin with the first and end with the last of ${count}`, () => {
      assert.equal(rowWindow(0, extent).first, 0);
      assert.equal(rowWindow(0, extent).shift, 0);
      const { end, shift } = rowWindow(furthest, extent);
      assert.equal(end, count);
      // The last one stands at the end of the box.
      if (count > 20) assert.ok(Math.abs(count * rowHeight + shift - boxHeight(count)) < 1e-3);
    });

    it(`are few of ${count}, at any position`, () => {
      for (let i = 0; i <= 10; i++) {
        const { first, end } = rowWindow((furthest * i) / 10, extent);
        assert.ok(end - first <= 20 + 1 + 12, `${first} to ${end}`);
      }
    });

    it(`can be scrolled to, each of ${count}`, () => {
      for (let row = 0; row < count; row += Math.ceil(count / 97)) {
        const { first, end, shift } = rowWindow(scrollToRow(row, 0, extent), extent);
        const at = scrollToRow(row, 0, extent);
        assert.ok(row >= first && row < end, String(row));
        const upwards = rowWindow(scrollToRow(row, furthest, extent), extent);
        assert.ok(row >= upwards.first && row < upwards.end, `${row} from below`);
        const top = row * rowHeight + shift - at;
        assert.ok(top >= -1e-3 && top <= 480 - rowHeight + 1e-3, `${row} at ${top}`);
        assert.equal(scrollToRow(row, at, extent), at);
        if (count > 100 && row < count - 30) {
          assert.equal(rowWindow(scrollOf(row, extent) + 1e-6, extent).top, row);
        }
      }
    });
  }
});

describe('loaded rows', () => {
  const row = (from: number) =>
    Array.from({ length: pageSize }, (_, i) => ({ id: String(from + i) }) as Row);

  it('are requested once, by pages', async () => {
    const asked: number[] = [];
    const rows = new Rows(
      (from) => {
        asked.push(from);
        return Promise.resolve(row(from));
      },
      () => undefined,
    );
    await Promise.all([rows.need(90, 110), rows.need(95, 120)]);
    await rows.need(0, 200);
    assert.deepEqual(asked, [0, 100]);
    assert.equal(rows.get(199)?.id, '199');
    assert.equal(rows.get(200), undefined);
  });

  it('are requested again after a failure', async () => {
    let failing = true;
    const rows = new Rows(
      (from) => (failing ? Promise.reject(new Error('no')) : Promise.resolve(row(from))),
      () => undefined,
    );
    await rows.need(0, 10);
    assert.equal(rows.get(0), undefined);
    failing = false;
    await rows.need(0, 10);
    assert.equal(rows.get(0)?.id, '0');
  });

  it('are not cached for ever', async () => {
    const rows = new Rows(
      (from) => Promise.resolve(row(from)),
      () => undefined,
    );
    for (let from = 0; from < 100 * pageSize; from += pageSize) await rows.need(from, from + 1);
    assert.equal(rows.get(0), undefined);
    assert.equal(rows.get(99 * pageSize)?.id, String(99 * pageSize));
  });
});

describe('the keys in the grid', () => {
  const size = { rows: 100, columns: 8, page: 10 };
  const press = (row: number, column: number, key: string, ctrlKey = false) => {
    const to = moved({ row, column }, { key, ctrlKey, metaKey: false }, size);
    return to && [to.row, to.column];
  };

  it('go by cells, and stop at the edges', () => {
    assert.deepEqual(press(1, 0, 'ArrowUp'), [0, 0]);
    assert.deepEqual(press(0, 0, 'ArrowUp'), [0, 0]);
    assert.deepEqual(press(100, 3, 'ArrowDown'), [100, 3]);
    assert.deepEqual(press(5, 7, 'ArrowRight'), [5, 7]);
    assert.deepEqual(press(5, 1, 'ArrowLeft'), [5, 0]);
  });

  it('go by pages, not into the titles', () => {
    assert.deepEqual(press(5, 2, 'PageUp'), [1, 2]);
    assert.deepEqual(press(0, 2, 'PageUp'), [0, 2]);
    assert.deepEqual(press(95, 2, 'PageDown'), [100, 2]);
  });

  it('go to the ends of a row, and of everything', () => {
    assert.deepEqual(press(5, 2, 'Home'), [5, 0]);
    assert.deepEqual(press(5, 2, 'End'), [5, 7]);
    assert.deepEqual(press(5, 2, 'Home', true), [1, 0]);
    assert.deepEqual(press(5, 2, 'End', true), [100, 7]);
    assert.equal(press(5, 2, 'x'), undefined);
  });
});

describe('a typed range', () => {
  const limits = [0, 47] as const;
  it('has the other end from before, else the limit', () => {
    assert.deepEqual(withEnd(null, limits, 0, '3'), [3, 47]);
    assert.deepEqual(withEnd(null, limits, 1, '8'), [0, 8]);
    assert.deepEqual(withEnd([3, 47], limits, 1, '8'), [3, 8]);
  });
  it('prefers the end that was typed last', () => {
    assert.deepEqual(withEnd([3, 8], limits, 0, '12'), [12, 12]);
    assert.deepEqual(withEnd([3, 8], limits, 1, '2'), [2, 2]);
  });
  it('is null if both ends are empty', () => {
    assert.deepEqual(withEnd([3, 8], limits, 0, ''), [0, 8]);
    assert.deepEqual(withEnd([0, 8], limits, 1, ''), null);
    assert.deepEqual(withEnd([3, 47], limits, 0, ' '), null);
  });
});

describe('the state of an overview’s page', () => {
  it('is read as it was saved', () => {
    const state: PageState = {
      uri: 'file:///a',
      layer: '5',
      sort: { column: 'tokens', descending: false },
      query: 'sea',
      selection: { layers: [1, 2], scores: [0.1, 0.2] },
      top: 70,
    };
    assert.deepEqual(parseState(JSON.parse(JSON.stringify(state))), state);
  });
  for (const value of [
    undefined,
    null,
    'x',
    {
      sort: { column: 'x' },
      query: 5,
      selection: { layers: [1, 2, 3], scores: ['a', 2] },
      top: -3,
    },
  ]) {
    it(`is the initial one for ${JSON.stringify(value) ?? 'nothing'}`, () => {
      assert.deepEqual(parseState(value), initialState);
    });
  }
});

describe('the progress of indexing', () => {
  it('is shown until it is complete', () => {
    assert.equal(progressText(null), null);
    const reading = { state: 'reading', known: 0, exact: 0, total: 0, listed: false } as const;
    assert.equal(progressText(reading), 'Indexing…');
    assert.equal(
      progressText({ ...reading, exact: 12_340, total: 64_000 }),
      'Indexing: 12,340 of 64,000 or more neurons',
    );
    assert.match(
      progressText({ ...reading, state: 'paused', total: 9, listed: true })!,
      /^Indexing paused: 0 of 9 neurons$/,
    );
    assert.equal(progressText({ ...reading, state: 'done', total: 9 }), null);
  });
});
