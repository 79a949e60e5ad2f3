import { skip } from '../../host/skip.ts';
import { injectFaults } from './faults.ts';

describe('the catalog of a directory to which things happen', () => {
  for (const windows of [1, 2])
    it(`is in the end as one that is built from nothing, windows: ${windows}`, async function () {
      if (process.platform === 'win32') skip(this, 'Windows has other links and permissions');
      await injectFaults({ runs: 15, windows, seed: 20261126 });
    });
});
