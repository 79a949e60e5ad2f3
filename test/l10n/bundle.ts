import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from '../host/paths.ts';

/** By the English text, followed by a comment for translators if it has one. */
export type Bundle = Readonly<Record<string, string>>;

/** The texts of `src` that can be translated. */
export async function exportBundle(): ReturnType<typeof getL10nJson> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).sort();
  const scripts = files.map((file) => ({
    extension: extname(file) as '.ts' | '.tsx',
    contents: readFileSync(join(root, file), 'utf8'),
  }));
  // Sorted, so that moving a file changes nothing.
  const texts = Object.entries(await getL10nJson(scripts));
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function readJson(path: string): Bundle {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Bundle;
}

/** The languages with a translation, such as `de`. */
export function languages(): string[] {
  return globSync('l10n/bundle.l10n.*.json', { cwd: root }).map((path) => path.split('.').at(-2)!);
}

/** `{0}` and the like, in order. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
}
