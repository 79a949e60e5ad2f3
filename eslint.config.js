import tseslint from 'typescript-eslint';
import { boundaries } from './boundaries.js';

/**
 * Which way the code depends: by folder of `src/`, or file directly in it, the folders and packages
 * that it may import besides itself. A new folder fails until it is listed here.
 */
const host = 'vscode names.ts format catalog workspace';
const page = 'preact @observablehq/plot culori d3-brush d3-selection webview/view format';
const folders = {
  format: 'files zod',
  files: 'format node:* vscode',
  analysis: 'format',
  catalog: 'analysis files format fastest-levenshtein hyparquet hyparquet-writer re2js',
  check: 'analysis files format',
  indexing: 'catalog check files format node:*',
  cli: 'catalog check files format indexing node:*',
  'names.ts': '',
  workspace: 'catalog check files format indexing names.ts node:* vscode',
  webview: 'workspace vscode',
  'webview/view': 'webview preact @vscode/codicons',
  neuron: `${host} analysis files indexing neuron/view notes webview zod`,
  'neuron/view': `${page} analysis neuron webview`,
  comparison: `${host} neuron webview zod`,
  'comparison/view': `${page} comparison neuron neuron/view diff`,
  overview: `${host} analysis neuron notes sidebar webview zod`,
  'overview/view': `${page} overview`,
  sidebar: `${host} files neuron notes search`,
  search: `${host} neuron`,
  problems: `${host} check neuron`,
  notes: `${host} files neuron node:* zod`,
  'worker.ts': 'catalog files indexing neuron node:*',
  'extension.ts': `${host} comparison neuron notes overview problems search sidebar`,
};

/** What the code that these files lead to, wherever it is, never imports: it runs in other places, too. */
const portable = [
  { from: 'src/*/view/**', never: 'vscode node:* zod' },
  { from: 'src/{format,analysis,check,catalog}/**', never: 'vscode node:*' },
];

export default tseslint.config(
  // AssemblyScript, whose types eslint's TypeScript does not know: they are checked by its compiler, when it is built.
  { ignores: ['src/catalog/wasm'] },
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
          './src/ui/tsconfig.json',
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
    // Their times are those of files.
    ignores: ['src/catalog/build/retries.ts', 'src/workers/catalogFile.ts'],
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
    name: 'globals',
    files: ['src/format/**', 'src/catalog/**', 'src/analysis/**', 'src/*/view/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'global'],
    },
  },
);
