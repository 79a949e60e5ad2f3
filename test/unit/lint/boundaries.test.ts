import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../../host/paths.ts';

const rule = 'project/boundaries';

describe('lint of the folders of src', () => {
  let eslint: ESLint;
  before(() => {
    eslint = new ESLint({
      cwd: root,
      ruleFilter: ({ ruleId }) => ruleId === rule,
      // Without types, which this rule does not need, it is quick.
      overrideConfig: { languageOptions: { parserOptions: { project: null } } },
    });
  });

  /** What it says of a file once these lines are added at its top. */
  async function said(file: string, lines: string): Promise<string[]> {
    const path = join(root, file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const [result] = await eslint.lintText(`${lines}\n${text}`, { filePath: path });
    return result!.messages.map(({ message }) => message);
  }

  const forbidden: [what: string, file: string, lines: string, messages: string[]][] = [
    [
      'another folder',
      'src/format/decode.ts',
      "import '../workspace/tell.ts';",
      ['format may not import workspace; see eslint.config.js'],
    ],
    [
      'its types, too',
      'src/catalog/rows/catalog.ts',
      "import type { log } from '../../workspace/log.ts';\nexport type A = import('../../notes/notes.ts').B;",
      [
        'catalog may not import workspace; see eslint.config.js',
        'catalog may not import notes; see eslint.config.js',
      ],
    ],
    [
      'any form of import',
      'src/analysis/line.ts',
      "export * from 'vscode';\nexport { open } from 'node:fs';\nvoid import('zod');",
      [
        'analysis may not import vscode; see eslint.config.js',
        'src/{ui,tokens,*/page}/** leads to this file, so it may not import vscode',
        'src/{text,files,format,model,dialects,analysis,check,catalog}/** leads to this file, so it may not import vscode',
        'src/{worker.ts,workers/**,cli/**} leads to this file, so it may not import vscode',
        'src/webWorker.ts leads to this file, so it may not import vscode',
        'analysis may not import node:*; see eslint.config.js',
        'src/{ui,tokens,*/page}/** leads to this file, so it may not import node:fs',
        'src/{text,files,format,model,dialects,analysis,check,catalog}/** leads to this file, so it may not import node:fs',
        'src/webWorker.ts leads to this file, so it may not import node:fs',
        'src/extension.ts leads to this file, so it may not import node:fs',
        'analysis may not import zod; see eslint.config.js',
        'src/{ui,tokens,*/page}/** leads to this file, so it may not import zod',
      ],
    ],
    [
      'VS Code where a page imports the file',
      'src/panels/pageText.ts',
      "import * as vscode from 'vscode';",
      ['src/{ui,tokens,*/page}/** leads to this file, so it may not import vscode'],
    ],
    [
      'VS Code in a page',
      'src/neuron/page/main.tsx',
      "import * as vscode from 'vscode';",
      [
        'neuron/page may not import vscode; see eslint.config.js',
        'src/{ui,tokens,*/page}/** leads to this file, so it may not import vscode',
      ],
    ],
    [
      'Node where the catalog imports the file',
      'src/files/fileSource.ts',
      "import type { Uri } from 'vscode';\nimport { open } from 'node:fs';",
      [
        'files may not import vscode; see eslint.config.js',
        'files may not import node:*; see eslint.config.js',
        'src/{text,files,format,model,dialects,analysis,check,catalog}/** leads to this file, so it may not import node:fs',
        'src/webWorker.ts leads to this file, so it may not import node:fs',
        'src/extension.ts leads to this file, so it may not import node:fs',
      ],
    ],
    [
      'VS Code where a worker thread imports the file',
      'src/platform/node/localFileSource.ts',
      "import * as vscode from 'vscode';",
      ['src/{worker.ts,workers/**,cli/**} leads to this file, so it may not import vscode'],
    ],
    [
      'Node in the browser',
      'src/platform/web/system.ts',
      "import { cpus } from 'node:os';",
      [
        'platform/web may not import node:*; see eslint.config.js',
        'src/extension.ts leads to this file, so it may not import node:os',
      ],
    ],
    [
      'what only one platform has',
      'src/workspace/place.ts',
      "import '../platform/node/disk.ts';",
      ['workspace may not import platform/node; see eslint.config.js'],
    ],
    [
      'a library at the start of the extension',
      'src/notes/folderNotes.ts',
      "import * as z from 'zod';\nvoid import('zod');",
      ['src/extension.ts leads to this file, so it may not import zod'],
    ],
    [
      'the disk below the workers',
      'src/catalog/build/discover.ts',
      "import { localFileSource } from '../../platform/node/localFileSource.ts';",
      ['catalog may not import platform/node; see eslint.config.js'],
    ],
  ];
  for (const [what, file, lines, messages] of forbidden)
    it(`refuses ${what}: ${file}`, async () => {
      assert.ok(existsSync(join(root, file)));
      assert.deepEqual(await said(file, ''), []);
      assert.deepEqual(await said(file, lines), messages);
    });

  it('allows what a folder lists', async () => {
    assert.deepEqual(await said('src/neuron/host/neuronPanels.ts', "import 'vscode';"), []);
    assert.deepEqual(
      await said('src/catalog/rows/catalog.ts', "import '../../format/decode.ts';"),
      [],
    );
  });

  it('refuses a folder that is not listed', async () => {
    const file = 'src/new/file.ts';
    assert.deepEqual(await said(file, 'export {};'), [
      `eslint.config.js does not list ${file}: add what it may import`,
    ]);
  });
});
