import { newScanner } from '../catalog/support/scanner.ts';
import { failureOf, type Hostility, hostilities } from './properties.ts';

/** Of all; `npm run nightly -- hostility` tries 100,000. */
const cases = 2500;
const seed = 20_230_509;

describe('generated hostile data', () => {
  let all: readonly Hostility[];

  before(async function () {
    all = hostilities(await newScanner(this));
  });

  for (const name of ['decoder', 'scanner', 'view', 'check', 'siblings', 'search']) {
    it(`does not harm the ${name}`, async () => {
      const { share, run } = all.find((each) => each.name === name)!;
      const failure = failureOf(name, await run({ seed, numRuns: (cases * share) / 100 }));
      if (failure !== undefined) throw new Error(failure);
    });
  }
});
