import assert from 'node:assert/strict';
import { exactTime, relativeTime } from '../../../src/text/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = new Date(2026, 10, 30, 12).getTime();

describe('the time of a file', () => {
  const cases: [age: number, english: RegExp, german: RegExp][] = [
    [0, /^this minute$/, /^in dieser Minute$/],
    [-hour, /^this minute$/, /^in dieser Minute$/],
    [-66 * minute, /^Nov 30, 2026$/, /^30\.11\.2026$/],
    [-30 * 24 * hour, /^Dec 30, 2026$/, /^30\.12\.2026$/],
    [minute, /^1 min\.? ago$/, /^vor 1 Min\.$/],
    [59.9 * minute, /^59 min\.? ago$/, /^vor 59 Min\.$/],
    [3.5 * hour, /^3 hr\.? ago$/, /^vor 3 Std\.$/],
    [23.9 * hour, /^23 hr\.? ago$/, /^vor 23 Std\.$/],
    [24 * hour, /^Nov 29, 2026$/, /^29\.11\.2026$/],
    [60 * 24 * hour, /^Oct 1, 2026$/, /^01\.10\.2026$/],
  ];
  for (const [age, english, german] of cases) {
    it(`is short: ${age / minute} minutes ago`, () => {
      assert.match(relativeTime(now - age, now, 'en'), english);
      assert.match(relativeTime(now - age, now, 'de'), german);
    });
  }

  it('is exact on request', () => {
    assert.match(exactTime(now + 61_000, 'en'), /^November 30, 2026 at 12:01:01\sPM$/);
    assert.match(exactTime(now + 61_000, 'de'), /^30\. November 2026 um 12:01:01$/);
  });
});
