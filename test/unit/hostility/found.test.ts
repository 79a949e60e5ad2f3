import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { newScanner } from '../catalog/support/scanner.ts';
import { checkCheck, checkScanner } from './readChecks.ts';
import { checkView } from './viewChecks.ts';

const folder = join(import.meta.dirname, '../../fixtures/found');

describe('faults found by generated files', () => {
  let scanner: FileScanner;

  before(async function () {
    scanner = await newScanner(this);
  });

  for (const name of readdirSync(folder).filter((each) => each.endsWith('.jsonl'))) {
    it(`stays fixed: ${name}`, () => {
      const bytes = readFileSync(join(folder, name));
      checkView(bytes);
      checkScanner(scanner, bytes);
      checkCheck(bytes);
    });
  }
});
