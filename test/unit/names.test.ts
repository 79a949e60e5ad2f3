import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { commands, contextKeys, settings, views, viewTypes } from '../../src/names.ts';

interface Item {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
interface Manifest {
  readonly activationEvents: string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: string[] };
  };
  readonly contributes: {
    readonly commands: { readonly command: string }[];
    readonly menus: Record<string, Item[]>;
    readonly keybindings: (Item & { readonly key: string })[];
    readonly configuration: { readonly properties: Record<string, unknown> };
    readonly viewsContainers: Record<string, { readonly id: string }[]>;
    readonly views: Record<string, { readonly id: string; readonly when?: string }[]>;
    readonly viewsWelcome: {
      readonly view: string;
      readonly contents: string;
      readonly when?: string;
    }[];
    readonly customEditors: {
      readonly viewType: string;
      readonly selector: { readonly filenamePattern: string }[];
    }[];
  };
}

const root = join(import.meta.dirname, '../..');
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');
const manifestText = textOf('package.json');
const { contributes, ...manifest } = JSON.parse(manifestText) as Manifest;
const nls = JSON.parse(textOf('package.nls.json')) as Record<string, string>;

const menuItems = Object.values(contributes.menus).flat();
const whens = [
  ...menuItems,
  ...contributes.keybindings,
  ...contributes.viewsWelcome,
  ...Object.values(contributes.views).flat(),
].flatMap(({ when }) => when ?? []);

/** The keys that a when-clause asks for, and what it compares them with. */
function partsOf(when: string): { key: string; value: string | undefined }[] {
  const part =
    /!?([\w.]+)(?:\s*(?:==|!=|=~)\s*('[^']*'|\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])*\/|[\w.]+))?/g;
  return [...when.matchAll(part)].map(([, key, value]) => ({
    key: key!,
    value: value?.replace(/^'|'$/g, ''),
  }));
}
const parts = whens.flatMap(partsOf).filter(({ key }) => key !== 'false');
const valuesOf = (key: string) =>
  unique(parts.filter((part) => part.key === key).map(({ value }) => value));
const unique = <T>(items: readonly T[]) => [...new Set(items)].toSorted();

describe('names.ts and package.json', () => {
  it('have the same commands', () => {
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.toSorted(), Object.values(commands).toSorted());
  });

  it('have each key once per context, and each position of the title bar once', () => {
    const keys = contributes.keybindings.map(({ key, when }) => `${key}: ${when}`);
    assert.deepEqual(unique(keys), keys.toSorted());
    // Commands for only some states or editors share a position with their opposite.
    const places = contributes.menus['editor/title']!.filter(
      ({ command }) => !/\.(un)?star$|\.openNeuron$/.test(command),
    ).map(({ group }) => group);
    assert.deepEqual(unique(places), places.toSorted());
  });

  it('name the same commands in menus and keybindings', () => {
    const known: string[] = Object.values(commands);
    for (const { command } of [...menuItems, ...contributes.keybindings]) {
      assert.ok(known.includes(command), command);
    }
  });

  it('name the same commands in the links of welcome views', () => {
    const links = contributes.viewsWelcome.flatMap(({ contents }) => {
      const text = nls[contents.replaceAll('%', '')] ?? contents;
      return [...text.matchAll(/\(command:([^)?]+)/g)].map(([, command]) => command!);
    });
    assert.deepEqual(unique(links), [
      commands.addDirectory,
      commands.openSample,
      'vscode.openFolder',
    ]);
  });

  it('have the same views', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    assert.deepEqual(
      containers.map(({ id }) => id),
      [views.container],
    );
    assert.deepEqual(Object.keys(contributes.views), [views.container]);
    assert.deepEqual(
      contributes.views[views.container]!.map(({ id }) => id),
      [views.neurons],
    );
    assert.deepEqual(unique(contributes.viewsWelcome.map(({ view }) => view)), [views.neurons]);
    assert.deepEqual(valuesOf('view'), [views.neurons]);
  });

  it('have the same view types', () => {
    assert.deepEqual(
      contributes.customEditors.map(({ viewType }) => viewType),
      [viewTypes.editor],
    );
    assert.deepEqual(valuesOf('activeCustomEditorId'), [viewTypes.editor]);
    assert.deepEqual(valuesOf('activeWebviewPanelId'), [viewTypes.panel]);
    // Without it a panel does not come back after a reload.
    for (const type of [viewTypes.panel, viewTypes.overview]) {
      assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${type}`), type);
    }
  });

  it('have the same settings', () => {
    const { section, ...names } = settings;
    const known = Object.values(names).map((name) => `${section}.${name}`);
    const contributed = Object.keys(contributes.configuration.properties);
    assert.deepEqual(contributed.toSorted(), known.toSorted());
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
      assert.ok(known.includes(name), name);
    }
  });

  it('have the same context keys', () => {
    const own = parts.map(({ key }) => key).filter((key) => key.startsWith('neuronExplanations'));
    assert.deepEqual(unique(own), unique(Object.values(contextKeys)));
  });

  it('only use context keys that VS Code has', () => {
    const theirs = parts
      .map(({ key }) => key)
      .filter((key) => !key.startsWith('neuronExplanations'));
    const known = [
      'activeCustomEditorId',
      'activeEditor',
      'activeWebviewPanelId',
      'auxiliaryBarFocus',
      'explorerResourceIsFolder',
      'focusedView',
      'inputFocus',
      'isWorkspaceTrusted',
      'listDoubleSelection',
      'listMultiSelection',
      'panelFocus',
      'resourcePath',
      'sideBarFocus',
      'terminalFocus',
      'view',
      'viewItem',
      'webviewSection',
      'workspaceFolderCount',
    ];
    assert.deepEqual(
      unique(theirs).filter((key) => !known.includes(key)),
      [],
    );
  });

  it('name the same kinds of tree items', () => {
    const sources = globSync('src/sidebar/*.ts', { cwd: root }).map(textOf).join('\n');
    const kinds = [...sources.matchAll(/contextValue = .*;/g)].flatMap(([line]) =>
      [...line.matchAll(/'([\w.]+)'/g)].map(([, kind]) => kind!),
    );
    const [pattern, plain] = [/^\/(.*)\/$/, /^[\w.]+$/];
    for (const value of valuesOf('viewItem')) {
      // A pattern of kinds has each of them as a word.
      const named = plain.test(value!) ? [value!] : pattern.exec(value!)![1]!.match(/[\w.]+/g)!;
      for (const kind of named) assert.ok(kinds.includes(kind), kind);
    }
  });
});

describe('package.nls.json', () => {
  it('has exactly the texts that package.json refers to', () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(Object.keys(nls).toSorted(), unique(used));
  });

  it('has no empty text', () => {
    for (const [key, text] of Object.entries(nls)) assert.notEqual(text.trim(), '', key);
  });
});

describe('the files that the custom editor is offered for', () => {
  const patterns = contributes.customEditors.flatMap(({ selector }) =>
    selector.map(({ filenamePattern }) => filenamePattern),
  );
  // A pattern with a slash is matched against scheme and path. Node's matcher and VS Code's differ
  // only in hidden folders, which `**` includes in VS Code, and in repeated slashes.
  const offered = (path: string) =>
    patterns.some((pattern) => posix.matchesGlob(`file:${path}`.toLowerCase(), pattern));

  const accepted = [
    '/a/5/131.jsonl',
    '/a/007/131.jsonl',
    '/a/5/007.jsonl',
    '/5/131.jsonl',
    '/a/b c/é/47/6399.jsonl',
    '/a/0/0.jsonl',
    '/a/95/131071.jsonl',
    '/a/5/131.JSONL',
    '/c:/runs/5/131.jsonl',
  ];
  for (const path of accepted) it(`has ${path}`, () => assert.ok(offered(path)));

  const refused = [
    '/a/x/131.jsonl',
    '/a/5/131.json',
    '/a/5/x.jsonl',
    '/a/5/131.jsonl.bak',
    '/a/5/131x.jsonl',
    '/a/5/x131.jsonl',
    '/a/x5/131.jsonl',
    '/a/5x/131.jsonl',
    '/a/-5/131.jsonl',
    '/a/5/131/data.jsonl',
    '/a/5/.jsonl',
    '/131.jsonl',
    '/a/131.jsonl',
  ];
  for (const path of refused) it(`has not ${path}`, () => assert.ok(!offered(path)));
});
