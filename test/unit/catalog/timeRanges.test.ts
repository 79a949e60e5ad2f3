import assert from 'node:assert/strict';
import { readTimes } from '../../../src/catalog/search/timeRanges.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 10, 30, 12).getTime();
/** A local time in November 2026. */
const november = (date: number, hours = 0) => new Date(2026, 10, date, hours).getTime();

describe('a condition on when a file was modified', () => {
  const cases: [text: string, holds: number[], fails: number[]][] = [
    ['<2h', [now, now - 2 * hour + 1, now + day], [now - 2 * hour, now - day]],
    ['<=2h', [now, now - 2 * hour], [now - 2 * hour - 1]],
    ['>1d', [now - day - 1], [now - day, now]],
    ['>=1D', [now - day], [now - day + 1]],
    ['<30m', [now - 29 * minute], [now - 31 * minute]],
    ['<90s', [now - 89_000], [now - 91_000]],
    ['<1.5h', [now - 89 * minute], [now - 91 * minute]],
    ['>2w', [now - 15 * day], [now - 13 * day]],
    ['1h-2h', [now - hour, now - 2 * hour], [now - hour + 1, now - 2 * hour - 1]],
    ['1h..2h', [now - 1.5 * hour], [now]],
    ['2h-1h', [now - hour, now - 2 * hour], [now - hour + 1, now - 2 * hour - 1]],
    ['<1h,>1d', [now, now - 2 * day], [now - 2 * hour]],
    ['2026-11-28', [november(28), november(29) - 1], [november(28) - 1, november(29)]],
    ['=2026-11-28', [november(28, 12)], [november(27), november(29)]],
    ['>2026-11-28', [november(29)], [november(28, 23)]],
    ['>=2026-11-28', [november(28)], [november(28) - 1]],
    ['<2026-11-28', [november(28) - 1], [november(28)]],
    ['<=2026-11-28', [november(28, 23)], [november(29)]],
    ['2026-11-28..2026-11-30', [november(28), november(30, 23)], [november(27), november(31)]],
    ['2026-11-30..2026-11-28', [november(28), november(30, 23)], [november(27), november(31)]],
  ];
  for (const [text, holds, fails] of cases) {
    it(`is read: ${text}`, () => {
      const test = readTimes(text)!.holds;
      for (const time of holds) assert.ok(test(time, now), new Date(time).toString());
      for (const time of fails) assert.ok(!test(time, now), new Date(time).toString());
      assert.ok(!test(NaN, now), 'an unknown time');
    });
  }

  it('depends on the time only if it is an age', () => {
    const depends = (text: string) => readTimes(text)!.dependsOnTime;
    for (const text of ['<2h', '1h-2h', '2026-11-28,>1d']) assert.ok(depends(text), text);
    for (const text of ['2026-11-28', '>=2020-01-01', '2026-11-28..2026-11-30'])
      assert.ok(!depends(text), text);
  });

  const invalid = ['', '2h', '<2', '<2y', '<h', '<-2h', 'today', '>2026-02-30', '2026-13-01'];
  const ranges = [
    '2026-11-28..',
    '2026-11-28-2026-11-30',
    '1h..2026-11-28',
    '<2h,',
    '2026-1-1',
    '0099-01-01',
  ];
  for (const text of [...invalid, ...ranges]) {
    it(`is rejected: ${text || 'nothing'}`, () => assert.equal(readTimes(text), undefined));
  }
});
