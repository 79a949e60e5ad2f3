import tseslint from 'typescript-eslint';
import { boundaries } from './boundaries.js';

const host = 'vscode names.ts catalog dialects model panels text workspace';
const page = 'preact text tokens tokens/contract.ts ui @vscode/l10n';
/** What each folder or file of `src/` may import. A folder that is not listed fails. */
const folders = {
  text: '@vscode/l10n',
  files: 'text aws4fetch',
  format: 'files text zod',
  model: 'text',
  dialects: 'files format model text @vscode/l10n',
  analysis: 'format model text @vscode/l10n',
  check: 'analysis dialects files format model text',
  // What a program runs on decides which of these two an import of `#platform` is.
  platform: 'files vscode',
  'platform/node': 'files platform node:* vscode',
  'platform/web': 'files platform vscode',
  catalog:
    'analysis dialects files format model text @vscode/l10n fastest-levenshtein hyparquet hyparquet-writer re2js',
  workers: 'catalog check dialects files format model platform platform/node #platform',
  cli: 'catalog check dialects files format model platform/node text workers node:*',
  'names.ts': '',
  workspace: 'catalog check dialects files model names.ts platform #platform text workers vscode',
  panels: 'workspace vscode zod',
  ui: 'panels preact @vscode/codicons @vscode/l10n culori',
  'tokens/contract.ts': 'analysis model',
  tokens: 'preact tokens/contract.ts analysis dialects format model text ui culori @vscode/l10n',
  'neuron/contract': 'tokens/contract.ts analysis catalog format model panels zod',
  'neuron/host': `${host} analysis files format neuron/contract notes tokens/contract.ts workers zod`,
  'neuron/page': `${page} analysis dialects format model neuron/contract panels @observablehq/plot culori d3-brush d3-selection`,
  'comparison/contract': 'neuron/contract tokens/contract.ts panels zod',
  'comparison/host': `${host} comparison/contract neuron/contract neuron/host`,
  'comparison/page': `${page} analysis dialects model comparison/contract neuron/contract diff`,
  'overview/contract': 'analysis model panels zod',
  'overview/host': `${host} analysis format neuron/host notes overview/contract sidebar @vscode/l10n`,
  'overview/page': `${page} dialects model overview/contract @observablehq/plot culori d3-brush d3-selection`,
  notes: `${host} files format zod`,
  search: `${host} neuron/host`,
  sidebar: `${host} files format neuron/host notes search`,
  problems: `${host} check neuron/host`,
  'startWorker.ts': 'catalog files neuron/host #platform workers',
  'worker.ts': 'platform/node startWorker.ts workers',
  'webWorker.ts': 'startWorker.ts',
  'extension.ts': `${host} comparison/host neuron/host notes overview/host problems search sidebar #platform @vscode/l10n`,
};

/** Packages that these files, and all that they import, never import. */
const portable = [
  // They run in other places.
  { from: 'src/{ui,tokens,*/page}/**', never: 'vscode node:* zod' },
  {
    from: 'src/{text,files,format,model,dialects,analysis,check,catalog}/**',
    never: 'vscode node:*',
  },
  { from: 'src/{worker.ts,workers/**,cli/**}', platform: 'node', never: 'vscode' },
  { from: 'src/webWorker.ts', platform: 'browser', never: 'vscode node:*' },
  { from: 'src/extension.ts', platform: 'browser', never: 'node:*' },
  // They take longer to load than all else at the start: `import()` loads them when first used.
  {
    from: 'src/extension.ts',
    platform: 'node',
    atStart: true,
    never: 'hyparquet hyparquet-writer re2js zod',
  },
];

export default tseslint.config(
  // AssemblyScript. Its own compiler checks the types.
  { ignores: ['src/catalog/scan/wasm'] },
  {
    ignores: [
      'dist',
      'out',
      'node_modules',
      '.vscode-test',
      'samples',
      'test/fixtures',
      'test/bench/bare',
      'test/bench/clock',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/platform/web/tsconfig.json',
          './src/ui/tsconfig.json',
          './src/tokens/tsconfig.json',
          './src/neuron/page/tsconfig.json',
          './src/overview/page/tsconfig.json',
          './src/comparison/page/tsconfig.json',
          './test/ui/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { project: null } },
  },
  {
    files: ['src/**'],
    ignores: ['src/workspace/tell.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^show(Information|Warning|Error)Message$/]',
          message: 'VS Code makes links of what these are told: use those of workspace/tell.ts',
        },
      ],
    },
  },
  {
    files: ['src/**'],
    // They compare with times of files.
    ignores: [
      'src/catalog/build/retries.ts',
      'src/platform/node/writeWhole.ts',
      'src/text/time.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'Somebody may set this clock: how long something took says performance.now()',
        },
      ],
    },
  },
  { files: ['test/**', 'esbuild.js', 'src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/**'],
    plugins: { project: { rules: { boundaries: boundaries(folders, portable) } } },
    rules: { 'project/boundaries': 'error' },
  },
  {
    // Prettier leaves comments as they are.
    rules: { 'max-len': ['error', { code: 1000, comments: 100 }] },
  },
  {
    name: 'globals',
    files: ['src/{text,files,format,model,dialects,analysis,check,catalog,ui,tokens,*/page}/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'global'],
    },
  },
);
