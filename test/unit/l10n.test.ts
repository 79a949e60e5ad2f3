import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { exportBundle, languages, placeholders, readJson } from '../l10n/bundle.ts';

describe('the texts that can be translated', () => {
  it('are all in the export: run “npm run l10n” after a change', async () => {
    const exported = await exportBundle();
    const saved: unknown = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8'));
    assert.deepEqual(saved, exported);
  });

  it('are literals, which the export finds', async () => {
    const exported = Object.values(await exportBundle());
    const texts = new Set(exported.map((text) => (typeof text === 'string' ? text : text.message)));
    for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root }))
      for (const [, argument] of readFileSync(join(root, file), 'utf8').matchAll(
        /\bl10n\.t\(\s*(?:\{ message: )?(.{0,300})/g,
      )) {
        const [, quoted] = /^'((?:[^'\\]|\\.)*)'/.exec(argument!) ?? [];
        assert.ok(quoted !== undefined, `${file}: ${argument} is no literal in single quotes`);
        const text = quoted.replace(/\\'/g, "'");
        assert.ok(texts.has(text), `${file}: “${text}” is not exported`);
      }
  });

  it('have placeholders for values, no glue', async () => {
    for (const key of Object.keys(await exportBundle()))
      assert.equal(key, key.trim(), 'a text with a space at an end is part of a sentence');
  });
});

describe('the translations', () => {
  it('include German', () => assert.ok(languages().includes('de')));

  for (const language of languages()) {
    it(`have each text, and no other: ${language}`, async () => {
      const keys = Object.keys(await exportBundle());
      const translated = readJson(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(translated).sort(), keys.sort());
      const manifest = readJson(`package.nls.${language}.json`);
      assert.deepEqual(
        Object.keys(manifest).sort(),
        Object.keys(readJson('package.nls.json')).sort(),
      );
    });

    it(`have the placeholders of the English text: ${language}`, () => {
      for (const [key, text] of Object.entries(readJson(`l10n/bundle.l10n.${language}.json`))) {
        assert.notEqual(text.trim(), '', key);
        assert.deepEqual(placeholders(text), placeholders(key), key);
      }
    });

    it(`have the commands and code of the English text: ${language}`, () => {
      const english = readJson('package.nls.json');
      const fixed = (text: string) => [...text.matchAll(/\(command:[^)]+\)|`[^`]+`/g)].join();
      for (const [key, text] of Object.entries(readJson(`package.nls.${language}.json`)))
        assert.equal(fixed(text), fixed(english[key]!), key);
    });
  }
});
