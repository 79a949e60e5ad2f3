// An ESLint rule: what each folder of `src/` may import. `eslint.config.js` has the lists.
import { globSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import * as esbuild from 'esbuild';

const root = import.meta.dirname;

/**
 * `folders`: what a folder or file of `src/` may import. Unlisted folders belong to their parent.
 * `portable`: the files `from`, and all that they import as values, `never` import these packages.
 * `platform`: that of `#platform` in them. `atStart`: what `import()` loads later may.
 * @typedef {{ from: string, platform?: 'node' | 'browser', atStart?: boolean }} Reached
 * @param {Record<string, string>} folders
 * @param {(Reached & { never: string })[]} portable
 * @returns {import('eslint').Rule.RuleModule}
 */
export function boundaries(folders, portable) {
  const sets = portable.map((set) => ({ ...set, files: filesReachedFrom(set) }));
  return {
    create(context) {
      const file = slashed(relative(root, context.filename));
      const folder = folderOf(file);
      /** @param {any} node @param {string} message */
      const report = (node, message) => context.report({ node, message });
      if (!folder)
        return {
          Program: (node) =>
            report(node, `eslint.config.js does not list ${file}: add what it may import`),
        };
      /** @param {any} node */
      const check = ({ source: node, type, importKind, exportKind }) => {
        if (typeof node?.value !== 'string') return;
        const { value } = node;
        const imported = value.startsWith('.')
          ? folderOf(slashed(relative(root, resolve(dirname(context.filename), value))))
          : packageOf(value);
        if (imported !== folder && !(imported && words(folders[folder]).includes(imported)))
          report(node, `${folder} may not import ${imported ?? value}; see eslint.config.js`);
        // Types do not exist at run time.
        if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return;
        for (const { from, never, atStart, files } of sets)
          if (
            words(never).includes(packageOf(value)) &&
            files.has(file) &&
            !(atStart && type === 'ImportExpression')
          )
            report(node, `${from} leads to this file, so it may not import ${value}`);
      };
      return {
        ImportDeclaration: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
        ImportExpression: check,
        TSImportType: check,
      };
    },
  };

  /** The listed folder that a file of `src/` is in. @param {string} file */
  function folderOf(file) {
    const parts = file.split('/').slice(1);
    for (; file.startsWith('src/') && parts.length > 0; parts.pop())
      if (Object.hasOwn(folders, parts.join('/'))) return parts.join('/');
    return undefined;
  }
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return 'node:*';
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/**
 * The files in a bundle of `from`, by path from the root.
 * @param {Reached} set
 */
function filesReachedFrom({ from, platform, atStart = false }) {
  const entryPoints = globSync(from, { cwd: root }).filter((name) => /(?<!\.d)\.tsx?$/.test(name));
  const { metafile } = esbuild.buildSync({
    absWorkingDir: root,
    entryPoints,
    outdir: 'out',
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    packages: 'external',
    ...(platform && { platform }),
    jsx: 'automatic',
    loader: { '.css': 'empty' },
  });
  if (!atStart) return new Set(Object.keys(metafile.inputs));
  const reached = new Set(entryPoints.map(slashed));
  for (const file of reached)
    for (const { kind, path, external } of metafile.inputs[file]?.imports ?? [])
      if (kind !== 'dynamic-import' && !external) reached.add(path);
  return reached;
}

/** @param {string} list */
const words = (list) => list.split(' ');

/** @param {string} path */
const slashed = (path) => path.split(sep).join('/');
