import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateSamples } from './generate.ts';
import { guardScript } from '../host/guardRun.ts';

guardScript();
const folder = join(import.meta.dirname, '../../samples');
const files = generateSamples();
// What an earlier version of the script made must not stay behind.
rmSync(join(folder, 'explanations'), { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB in ${folder}`);
