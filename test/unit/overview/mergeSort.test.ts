import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeSort } from '../../../src/overview/host/sorts.ts';
import { Outdated, Slices } from '../../../src/catalog/slices.ts';

describe('mergeSort', () => {
  it('sorts as the stable sort of a list does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 300 }),
        async (keys) => {
          const order = Int32Array.from(keys, (_, i) => i);
          const compare = (a: number, b: number) => keys[a]! - keys[b]!;
          const expected = [...order].sort(compare);
          await mergeSort(order, compare, new Slices());
          assert.deepEqual([...order], expected);
        },
      ),
    );
  });

  for (const length of [0, 1, 15, 16, 17, 31, 32, 33, 64, 65, 100_003]) {
    it(`sorts ${length}`, async () => {
      const keys = Array.from({ length }, (_, i) => (i * 7919) % 1009);
      const order = Int32Array.from(keys, (_, i) => i);
      const compare = (a: number, b: number) => keys[a]! - keys[b]!;
      const expected = [...order].sort(compare);
      await mergeSort(order, compare, new Slices());
      assert.deepEqual([...order], expected);
    });
  }

  it('yields to other work, and stops if outdated', async () => {
    const order = Int32Array.from({ length: 400_000 }, (_, i) => -i);
    let wanted = true;
    setTimeout(() => (wanted = false), 1);
    const sorting = mergeSort(order, (a, b) => a - b, new Slices(() => wanted));
    await assert.rejects(sorting, Outdated);
  });
});
