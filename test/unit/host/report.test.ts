import assert from 'node:assert/strict';
import { skipTable } from '../../host/report.ts';
import type { Results } from '../../host/results.ts';

const results = (...skips: [title: string, reason: string][]): Results => ({
  passed: 1,
  times: [],
  failures: [],
  skips: skips.map(([title, reason]) => ({ title, reason })),
  retries: [],
});

describe('the table of skipped tests', () => {
  it('groups suites and tests by the reason', () => {
    const lines = skipTable([
      [
        'unit',
        results(['a › b › one', 'no data'], ['a › b › two', 'no data'], ['c › d', 'Windows']),
      ],
      ['page', results()],
      ['vscode', results(['e › f', 'no data'])],
    ]);
    assert.deepEqual(lines, [
      '',
      'Skipped:',
      '  no data',
      '    unit    a › b: 2 tests',
      '    vscode  e: f',
      '  Windows',
      '    unit    c: d',
    ]);
  });

  it('is omitted if nothing was skipped', () => {
    assert.deepEqual(skipTable([['unit', results()]]), []);
  });
});
