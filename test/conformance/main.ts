import { readCases } from './cases.ts';
import { runCase } from './runCase.ts';
import { guardScript } from '../host/guardRun.ts';

guardScript();
// npm run -s conformance -- DIR: holds the format library against what the reference did.
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run -s conformance -- DIR, a folder of conformance files');
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const conformanceCase of await readCases(folder)) {
  const failure = await runCase(conformanceCase);
  if (!failure) passed++;
  else {
    failed++;
    console.log(
      `${conformanceCase.name}\n  expected ${failure.expected}\n  got      ${failure.got}`,
    );
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
