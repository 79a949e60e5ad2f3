import { skip } from '../../host/skip.ts';
import { injectFaults } from './faults.ts';

describe('the catalog of a directory under random changes', () => {
  for (const windows of [1, 2])
    it(`finally equals one built from nothing, windows: ${windows}`, async function () {
      if (process.platform === 'win32') skip(this, 'Windows has other links and permissions');
      await injectFaults({ runs: 15, windows, seed: 20261126 });
    });
});
