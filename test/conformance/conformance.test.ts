import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../host/paths.ts';
import { sharedOrSkip } from '../host/skip.ts';
import { readCases } from './cases.ts';
import { runCase } from './runCase.ts';

const folder = join(shared, 'conformance');
const cases = existsSync(folder) ? await readCases(folder) : undefined;

describe('conformance with the reference, ../shared/conformance', () => {
  if (!cases) {
    it('holds for every case', function () {
      sharedOrSkip(this, 'conformance');
    });
    return;
  }
  for (const conformanceCase of cases) {
    it(conformanceCase.name, async () => {
      const failure = await runCase(conformanceCase);
      if (failure) throw new Error(`expected ${failure.expected}\n     got ${failure.got}`);
    });
  }
});
