import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../../src/catalog/rows/explanationDirectory.ts';
import type { Parts } from '../../src/extension.ts';
import type { Node } from '../../src/sidebar/nodes.ts';
import { commands, settings, views, viewTypes } from '../../src/names.ts';
import { TreeChoices } from '../../src/sidebar/treeChoices.ts';
import {
  activated,
  childLabels,
  closeEverything,
  eventually,
  findNode,
  neuronUri,
  samples,
  shown,
} from './support/editor.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

describe('the order of the tree', () => {
  let parts: Parts;
  before(async () => {
    parts = await activated();
    await parts.catalogs.finished();
  });
  afterEach(async () => {
    await parts.choices.setFlat(false);
    await parts.choices.setOrder('index');
    await parts.choices.setFilter('');
  });

  /** Choices whose clock is advanced by `started`. */
  function timedChoices() {
    const saved = new Map<string, unknown>();
    const memento = {
      keys: () => [...saved.keys()],
      get: (key: string, otherwise?: unknown) => saved.get(key) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void saved.set(key, value)),
    } as vscode.Memento;
    const started = new Set<() => void>();
    const choices = new TreeChoices(memento, (run) => {
      started.add(run);
      return { dispose: () => started.delete(run) };
    });
    return { choices, started };
  }

  it('is filtered again as time passes only if it is filtered by age', async () => {
    const { choices, started } = timedChoices();
    let redrawn = 0;
    choices.onDidChange(() => redrawn++);
    for (const [filter, clocks] of [
      ['score:>0', 0],
      ['modified:<1h', 1],
      ['modified:>1h', 1],
      ['modified:>=2020-01-01', 0],
      ['-modified:<1h', 1],
    ] as const) {
      await choices.setFilter(filter);
      assert.equal(started.size, clocks, filter);
    }
    const before = redrawn;
    for (const run of started) run();
    assert.equal(redrawn, before + 1);
    choices.dispose();
    assert.equal(started.size, 0);
  });

  it('has no clock if it is closed while its filter is read', async () => {
    const { choices, started } = timedChoices();
    const filtered = choices.setFilter('modified:<1h');
    choices.dispose();
    await filtered;
    assert.equal(started.size, 0);
  });

  it('is across a directory in a flat list, best first', async () => {
    await run(commands.sortNeurons, 'score');
    await parts.choices.setFlat(true);
    const directory = await findNode(parts, 'explanations');
    const children = await parts.tree.getChildren(directory);
    const scores = children.map((node) => /\| (-?[\d.]+)/.exec(shown(parts, node))?.[1]);
    const known = scores.filter((score) => score !== undefined).map(Number);
    assert.equal(children.length, 28);
    assert.deepEqual(
      known,
      known.toSorted((a, b) => b - a),
    );
    assert.ok(known.length > 20);
    // Those without a score come last.
    assert.ok(scores.slice(known.length).every((score) => score === undefined));
    assert.match(shown(parts, children[0]!), /^\d+:\d+ \| 0\.\d\d {2}/);
    assert.equal(parts.tree.getParent(children[0]!), directory);
  });

  it('is that in which one goes from neuron to neuron', async () => {
    const walk = async (from: NeuronRef) => {
      const walked = [from];
      for (;;) {
        const next = await parts.tree.beside(walked.at(-1)!, 1);
        if (!next) return walked.map(neuronId);
        assert.equal(neuronId((await parts.tree.beside(next, -1))!), neuronId(walked.at(-1)!));
        walked.push(next);
      }
    };
    const neuronsIn = (nodes: readonly Node[]) =>
      nodes.flatMap((node) => (node.kind === 'neuron' ? [node.neuron] : []));
    const all = neuronsIn(
      await parts.tree.getChildren(await findNode(parts, 'explanations', 'Layer 5')),
    );
    // By number, the directory knows its neurons.
    assert.equal(await parts.tree.beside(all[0]!, 1), undefined);

    await parts.choices.setOrder('score');
    await parts.choices.setFlat(true);
    const directory = await findNode(parts, 'explanations');
    const flat = neuronsIn(await parts.tree.getChildren(directory));
    assert.deepEqual(await walk(flat[0]!), flat.map(neuronId));

    await parts.choices.setFlat(false);
    await parts.choices.setFilter('score:>0.5');
    const layered: NeuronRef[] = [];
    for (const layer of await parts.tree.getChildren(directory))
      layered.push(...neuronsIn(await parts.tree.getChildren(layer)));
    assert.ok(layered.length > 3 && layered.length < 28);
    assert.deepEqual(await walk(layered[0]!), layered.map(neuronId));
    const other = flat.find(
      (neuron) => !layered.some((each) => neuronId(each) === neuronId(neuron)),
    );
    assert.equal(await parts.tree.beside(other!, 1), undefined);
  });

  it('shows layers again afterwards, with their neurons', async () => {
    await parts.choices.setFlat(true);
    await childLabels(parts, 'explanations');
    await parts.choices.setFlat(false);
    const neuron = await findNode(parts, 'explanations', 'Layer 5', '131');
    assert.equal(parts.tree.getParent(neuron)?.kind, 'layer');
  });

  it('shows the first of many, and more on request', async () => {
    const many = join(samples().fsPath, 'many', '3');
    mkdirSync(many, { recursive: true });
    try {
      for (let n = 0; n < 600; n++) writeFileSync(join(many, `${n}.jsonl`), '');
      await run(commands.refresh);
      await parts.choices.setFlat(true);
      const children = async () => parts.tree.getChildren(await findNode(parts, 'many'));
      const more = await eventually('all are listed', async () => {
        const last = (await children()).at(-1)!;
        return shown(parts, last) === 'Show More | 500 of 600' && last;
      });
      assert.ok(more.kind === 'more');
      parts.tree.showMore(more);
      assert.equal((await children()).length, 600);
    } finally {
      rmSync(join(samples().fsPath, 'many'), { recursive: true });
      await run(commands.refresh);
    }
  });
});

describe('the tree and the neuron in front', () => {
  let parts: Parts;
  const selected = () => parts.tree.selection.map((node) => shown(parts, node).split(' ')[0]);
  const isSelected = (label: string) =>
    eventually(
      () => `${label} is selected: ${selected().join()}`,
      () => selected().join() === label,
    );
  const openFile = (...segments: string[]) =>
    run('vscode.openWith', neuronUri(...segments), viewTypes.editor);

  before(async () => {
    parts = await activated();
    await run(`${views.neurons}.focus`);
    await eventually('the view is visible', () => parts.tree.view.visible);
  });
  afterEach(async () => {
    parts.pinned.clear();
    await closeEverything();
  });

  it('selects its row', async () => {
    await openFile('5', '131.jsonl');
    await isSelected('131');
    await run(commands.nextNeuron);
    await isSelected('742');
  });

  it('does not, if the setting is off', async () => {
    const configuration = vscode.workspace.getConfiguration(settings.section);
    await openFile('5', '131.jsonl');
    await isSelected('131');
    await configuration.update(settings.autoReveal, false, true);
    try {
      await openFile('5', '742.jsonl');
      await eventually('it is open', () => parts.panels.active);
      await run(commands.openNeuron, await findNode(parts, 'explanations', 'Layer 5', '847'));
      await eventually('it is open', () => {
        return parts.panels.active && neuronId(parts.panels.active.neuron) === '5:847';
      });
    } finally {
      await configuration.update(settings.autoReveal, undefined, true);
    }
    assert.deepEqual(selected(), ['131']);
    await openFile('5', '17.jsonl');
    await isSelected('17');
  });

  it('goes through pinned results in editors, and says which of them is open', async () => {
    const explanation = { text: ' ships', scores: [0.5], sequences: 1, tokens: 1 };
    const { directory } = parts.directories.all[0]!;
    const keys = ['5/131.jsonl', '5/742.jsonl', '11/742.jsonl'];
    const results = keys.map((key) => ({ neuron: directory.refTo(key)!, explanation }));
    parts.pinned.pin('ships', results);
    await openFile('5', '131.jsonl');
    await eventually('it is open', () => parts.panels.active);
    await run(commands.nextResult);
    await eventually('the next is open', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      const input = activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.path.endsWith('/5/742.jsonl');
    });
    const [top] = await parts.tree.getChildren();
    assert.equal(shown(parts, top!), 'Search Results | 2 of 3 · ships');
    await isSelected('5:742');
  });
});

describe('the badge of the view', () => {
  let parts: Parts;
  const file = () => neuronUri('5', '9001.jsonl').fsPath;
  const badge = () => parts.tree.view.badge;

  before(async () => {
    parts = await activated();
    await parts.catalogs.finished();
    await run(`${views.neurons}.focus`);
    await eventually('the view is visible', () => parts.tree.view.visible);
  });
  after(() => rmSync(file(), { force: true }));

  it('counts what came in while the view was hidden, until it is visible', async () => {
    await eventually('nothing is new', () => badge() === undefined);
    await run('workbench.view.explorer');
    await eventually('the view is hidden', () => !parts.tree.view.visible);
    assert.equal(badge(), undefined);
    cpSync(neuronUri('5', '131.jsonl').fsPath, file());
    await eventually('one is new', () => badge()?.value === 1);
    assert.equal(badge()?.tooltip, '1 new or changed file');
    writeFileSync(file(), '{');
    await eventually('it is unreadable', () => /1 unreadable/.test(badge()?.tooltip ?? ''));
    await run(`${views.neurons}.focus`);
    await eventually('nothing is new', () => badge() === undefined);
  });
});
