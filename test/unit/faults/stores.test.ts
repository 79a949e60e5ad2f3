import assert from 'node:assert/strict';
import { injectStoreFaults } from './storeFaults.ts';

describe('the catalog of a store under random faults', () => {
  it('finally equals the store, and tells only what is true', async function () {
    this.timeout(90_000);
    const { faults, rounds } = await injectStoreFaults({ seconds: 20, seed: 20261130 });
    assert.ok(faults > 100 && rounds > 3, `${faults} faults in ${rounds} rounds`);
  });
});
