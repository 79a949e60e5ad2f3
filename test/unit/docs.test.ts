import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../host/paths.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};

const docs = globSync('docs/*.md', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
const forUsers = [
  'README.md',
  'CHANGELOG.md',
  ...docs.filter((path) => !/architecture/.test(path)),
];
const pages = [...new Set([...forUsers, ...docs, 'CONTRIBUTING.md', 'SECURITY.md'])];

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((found) => found[1]!);

/** Where GitHub puts a heading, and our own anchors. */
function anchorsOf(path: string): string[] {
  const headings = all(read(path), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...all(read(path), /<a id="([^"]+)">/g)];
}

describe('the documents', () => {
  for (const page of pages) {
    it(`link to what exists: ${page}`, () => {
      for (const link of all(read(page), /\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(link)) continue;
        const [path, anchor] = link.split('#');
        const target = path ? join(dirname(page), path) : page;
        assert.ok(existsSync(join(root, target)), `there is no ${target}`);
        if (anchor) assert.ok(anchorsOf(target).includes(anchor), `there is no ${link}`);
      }
    });

    it(`name scripts and files that exist: ${page}`, () => {
      for (const script of all(read(page), /npm run (?:-s )?([\w:]+)/g))
        assert.ok(script in manifest.scripts, `there is no npm run ${script}`);
      const paths = all(read(page), /(?<![\w/.-])((?:src|test|docs|media)\/[\w./*-]*[\w*/])/g);
      for (const path of paths)
        assert.ok(globSync(path, { cwd: root }).length > 0, `there is no ${path}`);
    });
  }

  it('name commands and labels as the extension shows them', () => {
    const shown = globSync(['package.nls.json', 'src/**/*.{ts,tsx}'], { cwd: root })
      .map(read)
      .join('\n');
    const vscode = ['Extensions: Install from VSIX…', 'Open With…'];
    for (const page of forUsers)
      for (const bold of all(read(page), /\*\*([^*]+)\*\*/g)) {
        // The first words of a paragraph or list item.
        if (bold.endsWith('.')) continue;
        const label = bold.replace(/\s+/g, ' ').replace(/^Neuron Explanations: /, '');
        const known = vscode.includes(label) || shown.includes(label);
        assert.ok(known, `${page} names “${label}”, which nothing shows`);
      }
  });

  it('keep the README short', () => {
    const readme = read('README.md');
    const words = readme.split(/\s+/).length;
    assert.ok(words <= 700, `it has ${words} words`);
    assert.equal(all(readme, /!\[[^\]]+\]\((media\/[^)]+)\)/g).length, 3);
  });

  it('describe each folder of the source', () => {
    const described = all(read('docs/architecture.md'), /^\| `src\/([\w/]+)`/gm);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    assert.deepEqual(
      folders.filter((name) => !described.includes(name)),
      [],
    );
  });

  it('name one version of Node', () => {
    const { node } = manifest.devDependencies;
    assert.equal(read('.nvmrc').trim(), node!.split('.')[0]);
  });
});
