/** Exports the texts of the extension to `l10n/`, and lists what each translation lacks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from '../host/paths.ts';
import { exportBundle, languages, readJson } from './bundle.ts';
import { guardScript } from '../host/guardRun.ts';

guardScript();
const bundle = await exportBundle();
writeFileSync(
  join(root, 'l10n/bundle.l10n.json'),
  await format(JSON.stringify(bundle, undefined, 2), { parser: 'json', printWidth: 100 }),
);
for (const language of languages()) {
  report(`l10n/bundle.l10n.${language}.json`, Object.keys(bundle));
  report(`package.nls.${language}.json`, Object.keys(readJson('package.nls.json')));
}

function report(path: string, keys: readonly string[]): void {
  const translated = Object.keys(readJson(path));
  for (const key of keys) if (!translated.includes(key)) console.log(`${path} lacks: ${key}`);
  for (const key of translated) if (!keys.includes(key)) console.log(`${path} has unused: ${key}`);
}
