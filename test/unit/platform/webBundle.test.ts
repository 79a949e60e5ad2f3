import assert from 'node:assert/strict';
import * as esbuild from 'esbuild';
import { root } from '../../host/paths.ts';

/** Globals that Node has and browsers do not. */
const nodeGlobals = ['process', 'Buffer', 'require', 'global', '__dirname', 'setImmediate'];

describe('the bundles for the browser', () => {
  for (const entry of ['src/extension.ts', 'src/webWorker.ts']) {
    let result: esbuild.BuildResult<{ write: false; metafile: true }>;
    before(async () => {
      result = await esbuild.build({
        entryPoints: [entry],
        absWorkingDir: root,
        bundle: true,
        write: false,
        metafile: true,
        minify: true,
        platform: 'browser',
        format: 'esm',
        external: ['vscode', 'node:*'],
        alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
        // Only names that nothing declares are replaced.
        define: Object.fromEntries(nodeGlobals.map((name) => [name, `usesNode.${name}`])),
      });
    });

    it(`import nothing of Node: ${entry}`, () => {
      const imports = Object.values(result.metafile.outputs).flatMap((output) => output.imports);
      const others = imports.map(({ path }) => path).filter((path) => path !== 'vscode');
      assert.deepEqual(others, []);
      const inputs = Object.keys(result.metafile.inputs);
      assert.deepEqual(
        inputs.filter((path) => /platform\/node|src\/cli/.test(path)),
        [],
      );
    });

    it(`use no globals of Node: ${entry}`, () => {
      const [{ text }] = result.outputFiles as [esbuild.OutputFile];
      assert.deepEqual(text.match(/.{0,60}usesNode\.\w+.{0,20}/g) ?? [], []);
    });

    it(`are small, since they come over the network: ${entry}`, () => {
      const [{ contents }] = result.outputFiles as [esbuild.OutputFile];
      assert.ok(contents.length < 1e6, `${contents.length} bytes`);
    });
  }
});
