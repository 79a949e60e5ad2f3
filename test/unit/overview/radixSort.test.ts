import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderByNumbers } from '../../../src/overview/host/sorts.ts';
import { Outdated, Slices } from '../../../src/catalog/slices.ts';

describe('orderByNumbers', () => {
  const number = fc.oneof(
    fc.double(),
    fc.double({ min: -1, max: 1 }),
    fc.constantFrom(0, -0, NaN, 1, -1, Infinity, -Infinity, 0.5),
    fc.integer({ min: -3, max: 3 }),
  );

  for (const descending of [false, true]) {
    it(`sorts as the stable sort of a list does, NaN last: ${descending ? 'down' : 'up'}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(number, { maxLength: 200 }), async (numbers) => {
          const compare = (a: number, b: number) => {
            const [x, y] = [numbers[a]!, numbers[b]!];
            if (x < y) return descending ? 1 : -1;
            if (x > y) return descending ? -1 : 1;
            return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
          };
          const expected = numbers.map((_, at) => at).sort(compare);
          const order = await orderByNumbers(Float64Array.from(numbers), descending, new Slices());
          assert.deepEqual([...order], expected);
        }),
      );
    });
  }

  it('stops if outdated', async () => {
    const numbers = Float64Array.from({ length: 2_000_000 }, (_, i) => Math.sin(i));
    let wanted = true;
    setTimeout(() => (wanted = false), 1);
    await assert.rejects(orderByNumbers(numbers, false, new Slices(() => wanted)), Outdated);
  });
});
