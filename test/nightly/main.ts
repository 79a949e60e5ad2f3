import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHome } from '../host/home.ts';
import { guardScript } from '../host/guardRun.ts';

guardScript();
// npm run nightly -- PART [ARGUMENT …]: long versions of tests. A part is a file in this folder.
const folder = import.meta.dirname;
const [part, ...args] = process.argv.slice(2);
const file = join(folder, `${part}.ts`);
if (part === undefined || part === 'main' || !existsSync(file)) {
  const parts = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  console.error(
    `Usage: npm run nightly -- PART, one of ${parts.filter((name) => name !== 'main').join(', ')}`,
  );
  process.exit(1);
}
ensureHome();
const { run } = (await import(file)) as { run: (args: readonly string[]) => Promise<boolean> };
process.exit((await run(args)) ? 0 : 1);
