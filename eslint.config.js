import tseslint from 'typescript-eslint';

/** Which way the code may depend; `architecture` in the README says why. */
const hostOnly = ['vscode', 'node:*'];

/** @param {string} name @param {string[]} files @param {string[]} forbidden @param {string} message */
function boundary(name, files, forbidden, message) {
  return {
    name: `boundary/${name}`,
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: forbidden.map((pattern) => ({ group: [pattern], message })) },
      ],
    },
  };
}

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
          './src/webview/view/tsconfig.json',
          './src/neuron/view/tsconfig.json',
          './src/overview/view/tsconfig.json',
          './src/comparison/view/tsconfig.json',
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
    ignores: ['src/catalog/retries.ts', 'src/indexing/catalogFile.ts'],
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
  boundary(
    'format',
    ['src/format/**'],
    [
      ...hostOnly,
      '**/catalog/**',
      '**/sidebar/**',
      '**/neuron/**',
      '**/overview/**',
      '**/search/**',
      '**/extension*',
    ],
    'format stands alone: it knows files by the FileSource interface only',
  ),
  boundary(
    'catalog',
    ['src/catalog/**'],
    [
      ...hostOnly,
      '**/sidebar/**',
      '**/neuron/**',
      '**/overview/**',
      '**/search/**',
      '**/extension*',
    ],
    'catalog knows format and the FileSource interface only',
  ),
  boundary(
    'analysis',
    ['src/analysis/**'],
    [
      ...hostOnly,
      '**/catalog/**',
      '**/files/**',
      '**/sidebar/**',
      '**/neuron/**',
      '**/overview/**',
      '**/search/**',
      'zod',
    ],
    'analysis is pure: it computes from decoded data, for the host and for tests',
  ),
  boundary(
    'page',
    ['src/*/view/**'],
    [...hostOnly, '**/catalog/**', '**/files/**', '**/sidebar/**', '**/search/**', 'zod'],
    'the page runs in a browser: it takes types and pure functions of format, and the protocol',
  ),
  {
    name: 'boundary/globals',
    files: ['src/format/**', 'src/catalog/**', 'src/analysis/**', 'src/*/view/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'global'],
    },
  },
);
