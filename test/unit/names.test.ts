import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import {
  commands,
  contextKeys,
  scoreColours,
  settings,
  submenus,
  views,
  viewTypes,
} from '../../src/names.ts';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Category {
  readonly title: string;
  readonly order: number;
  readonly properties: Record<string, { readonly order: number }>;
}
interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly activationEvents: string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: string[] };
  };
  readonly contributes: {
    readonly commands: { readonly command: string; readonly enablement?: string }[];
    readonly menus: Record<string, Item[]>;
    readonly submenus: { readonly id: string }[];
    readonly colors: { readonly id: string }[];
    readonly keybindings: (Item & { readonly key: string })[];
    readonly configuration: readonly Category[];
    readonly viewsContainers: Record<string, { readonly id: string }[]>;
    readonly views: Record<string, { readonly id: string; readonly when?: string }[]>;
    readonly viewsWelcome: {
      readonly view: string;
      readonly contents: string;
      readonly when?: string;
    }[];
    readonly walkthroughs: {
      readonly id: string;
      readonly steps: {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly image: Record<string, string> };
        readonly completionEvents: string[];
      }[];
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
const title = contributes.menus['editor/title']!;
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
    // Text has another button in the place of “Open JSON”.
    const places = title.filter(({ command }) => command !== commands.openNeuron);
    const groups = places.map(({ group }) => group);
    assert.deepEqual(unique(groups), groups.toSorted());
  });

  it('have at most four icons in the title bar, and no star, which is on the page', () => {
    const icons = title.filter(({ group }) => group?.startsWith('navigation'));
    assert.ok(icons.length <= 4, `it has ${icons.length}`);
    const own: unknown[] = title.map(({ command }) => command);
    assert.ok(!own.includes(commands.star) && !own.includes(commands.unstar));
  });

  it('have the same submenus, each of them in a menu, and each with commands', () => {
    const ids = contributes.submenus.map(({ id }) => id).toSorted();
    assert.deepEqual(ids, Object.values(submenus).toSorted());
    assert.deepEqual(unique(menuItems.flatMap(({ submenu }) => submenu ?? [])), ids);
    for (const id of ids) assert.ok(contributes.menus[id]!.length > 1, id);
  });

  it('copy sequences only from a page, as a row of the tree has none', () => {
    const sequences = contributes.menus[submenus.copyAs]!.filter(({ command }) =>
      command?.includes('Sequence'),
    );
    assert.deepEqual(unique(sequences.map(({ when }) => when)), [`view != ${views.neurons}`]);
  });

  it('name the same commands in menus and keybindings', () => {
    const known: string[] = [...Object.values(commands), 'workbench.trust.manage'];
    for (const { command } of [...menuItems, ...contributes.keybindings]) {
      if (command !== undefined) assert.ok(known.includes(command), command);
    }
  });

  const linksIn = (texts: readonly string[]) =>
    texts.flatMap((key) => {
      const text = nls[key.replaceAll('%', '')] ?? key;
      return [...text.matchAll(/\(command:([^)?]+)\??([^)]*)/g)].map(
        ([, command, argument]) => [command!, decodeURIComponent(argument!)] as const,
      );
    });

  it('name the same commands in the links of welcome views, and the walkthrough', () => {
    const links = linksIn(contributes.viewsWelcome.map(({ contents }) => contents));
    assert.deepEqual(unique(links.map(([command]) => command)), [
      commands.addDirectory,
      commands.openPublicData,
      commands.openSample,
      'vscode.openFolder',
      'workbench.action.openWalkthrough',
      'workbench.trust.manage',
    ]);
    const [walkthrough] = contributes.walkthroughs;
    const id = `${manifest.publisher}.${manifest.name}#${walkthrough!.id}`;
    const named = links.flatMap(([, argument]) => argument || []);
    assert.deepEqual(unique(named), [JSON.stringify(id)]);
  });

  it('have a walkthrough whose steps name known commands and keys, and have pictures', () => {
    const [{ steps } = { steps: [] }, ...others] = contributes.walkthroughs;
    assert.deepEqual([steps.length, others], [4, []]);
    const known: string[] = [...Object.values(commands), ...Object.values(contextKeys)];
    for (const { id, description, media, completionEvents } of steps) {
      const links = linksIn([description]).map(([command]) => command);
      for (const link of links) assert.ok(known.includes(link) || link === 'vscode.openFolder', id);
      const events = completionEvents.map((event) => event.replace(/^on(?:Command|Context):/, ''));
      for (const event of events) assert.ok(known.includes(event), `${id}: ${event}`);
      // What the button of a step does is what completes it.
      assert.ok(
        links.some((link) => events.includes(link)),
        id,
      );
      for (const theme of ['dark', 'light', 'hc', 'hcLight'])
        assert.ok(existsSync(join(root, media.image[theme]!)), `${id} in ${theme}`);
    }
  });

  it('disable what writes in Restricted Mode, and offer to trust the workspace beside it', () => {
    const disabled = contributes.commands.filter(({ enablement }) => enablement !== undefined);
    for (const { enablement } of disabled) assert.equal(enablement, 'isWorkspaceTrusted');
    const writes = disabled.map(({ command }) => command);
    assert.deepEqual(
      writes.toSorted(),
      [
        commands.star,
        commands.unstar,
        commands.setVerdict,
        commands.editNote,
        commands.exportCatalog,
        commands.exportFigureSvg,
        commands.exportFigurePng,
      ].toSorted(),
    );
    for (const [menu, items] of Object.entries(contributes.menus)) {
      if (menu === 'commandPalette') continue;
      const offers = items.some(({ command }) => command === 'workbench.trust.manage');
      assert.equal(
        offers,
        items.some(({ command }) => writes.includes(command!)),
        menu,
      );
    }
  });

  it('have the same colours', () => {
    const ids = contributes.colors.map(({ id }) => id);
    assert.deepEqual(ids, Object.values(scoreColours));
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
    // VS Code sets this key for custom editors, too, and at once, unlike keys of extensions.
    const [either, panel, ...others] = valuesOf('activeWebviewPanelId');
    assert.deepEqual([panel, others], [viewTypes.panel, []]);
    const pattern = new RegExp(/^\/(.*)\/$/.exec(either!)![1]!);
    const matched = Object.values(viewTypes).filter((type) => pattern.test(type));
    assert.deepEqual(matched, [viewTypes.panel, viewTypes.editor]);
    // Without it a panel does not come back after a reload.
    for (const type of [viewTypes.panel, viewTypes.overview]) {
      assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${type}`), type);
    }
  });

  it('have the same settings', () => {
    const { section, ...names } = settings;
    const known = Object.values(names).map((name) => `${section}.${name}`);
    const contributed = contributes.configuration.flatMap(({ properties }) =>
      Object.keys(properties),
    );
    assert.deepEqual(contributed.toSorted(), known.toSorted());
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
      assert.ok(known.includes(name), name);
    }
  });

  it('have settings in categories, each with a title and a place of its own', () => {
    const inOrder = (all: readonly { readonly order: number }[]) => {
      const places = all.map(({ order }) => order);
      assert.deepEqual(places, unique(places));
    };
    assert.ok(contributes.configuration.length > 1);
    inOrder(contributes.configuration);
    for (const { properties } of contributes.configuration) inOrder(Object.values(properties));
    const titles = contributes.configuration.map((category) => category.title);
    assert.equal(unique(titles).length, titles.length);
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
    const kinds = [...sources.matchAll(/contextValue.*;|kind: '\w+'/g)].flatMap(([line]) =>
      [...line.matchAll(/'([\w.]+)'/g)].map(([, kind]) => kind!),
    );
    const [pattern, plain] = [/^\/(.*)\/$/, /^[\w.]+$/];
    for (const value of valuesOf('viewItem')) {
      // A pattern of kinds has each of them as a word.
      const named = plain.test(value!)
        ? [value!]
        : pattern.exec(value!)![1]!.match(/[a-z][\w.]*/g)!;
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
