import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { listAll } from '../../src/catalog/rows/neighbours.ts';
import { neuronId, type NeuronRef } from '../../src/catalog/rows/explanationDirectory.ts';
import { parseQuery } from '../../src/catalog/search/query.ts';
import { searchForgivingly } from '../../src/catalog/search/nearestWords.ts';
import type { Parts } from '../../src/extension.ts';
import { commands, viewTypes } from '../../src/names.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import {
  activated,
  childLabels,
  closeEverything,
  eventually,
  neuronUri,
  samples,
} from './support/editor.ts';
import { playedOverview } from './support/playedOverview.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

describe('changes on disk', () => {
  let parts: Parts;
  const runs = () => join(samples().fsPath, 'runs');
  const at = (...names: string[]) => join(runs(), ...names);
  const labelOf = (name: string) => `runs/${name}`;
  const known = (name: string) =>
    parts.directories.all.find(({ label }) => label === labelOf(name))?.directory;

  before(async () => (parts = await activated()));
  afterEach(async () => {
    await closeEverything();
    parts.pinned.clear();
    rmSync(runs(), { recursive: true, force: true });
    await eventually('the runs are gone', () =>
      parts.directories.all.every(({ label }) => !label.startsWith('runs')),
    );
  });

  /** Copies the samples, or some layers of them, to a directory of this name. */
  function copyRun(name: string, layers = ['0', '5']): void {
    for (const layer of layers)
      cpSync(neuronUri(layer).fsPath, at(name, layer), { recursive: true });
  }

  async function indexed(name: string) {
    const directory = await eventually(`${name} is found`, () => known(name));
    await eventually(
      () => `${name} is indexed: ${JSON.stringify(parts.catalogs.progress(directory))}`,
      () => {
        const progress = parts.catalogs.progress(directory);
        const { total = 0, exact = -1, state } = progress ?? {};
        return state === 'done' && total > 0 && exact === total;
      },
    );
    return directory;
  }

  async function neuronAt(name: string, id: string): Promise<NeuronRef> {
    const all = await listAll([await indexed(name)]);
    const found = all.find((neuron) => neuronId(neuron) === id);
    assert.ok(found, `there is no ${id} in ${all.map(neuronId).join(', ')}`);
    return found;
  }

  const shownContent = () => parts.panels.active?.content;
  const shows = (
    what: string,
    test: (content: NonNullable<ReturnType<typeof shownContent>>) => boolean,
  ) =>
    eventually(
      () => `the page shows ${what}; it shows ${JSON.stringify(shownContent())?.slice(0, 500)}`,
      () => {
        const content = shownContent();
        return content !== undefined && test(content);
      },
    );
  const showsText = (text: string) =>
    shows(text, (content) => content.kind === 'neuron' && content.explanations[0]?.text === text);
  const showsGone = (...wanted: string[]) =>
    shows(`that the file was deleted or moved: ${wanted.join(', ')}`, (content) => {
      if (content.kind !== 'failure') return false;
      const said = `${content.reason} ${content.detail}`;
      return ['deleted or moved', ...wanted].every((part) => said.includes(part));
    });

  const textOf = (path: string) =>
    (/"explanation":\s*"([^"]*)"/.exec(readFileSync(path, 'utf8')) ?? [])[1]!;
  const rewrite = (path: string, text: string) =>
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll(/"explanation":\s*"[^"]*"/g, `"explanation":"${text}"`),
    );

  it('an open layer is renamed (case 1)', async () => {
    copyRun('renamed');
    await parts.tree.reveal(
      await neuronAt('renamed', '0:1377').catch(() => neuronAt('renamed', '0:5')),
    );
    const count = readdirSync(at('renamed', '0')).length + readdirSync(at('renamed', '5')).length;
    renameSync(at('renamed', '0'), at('renamed', '7'));
    await eventually('the layers are those of the disk', async () => {
      const labels = await childLabels(parts, labelOf('renamed'));
      return labels.join() === 'Layer 5,Layer 7';
    });
    const { catalog } = await indexed('renamed');
    assert.equal(catalog.size, count);
    const neurons = await childLabels(parts, labelOf('renamed'), 'Layer 7');
    assert.equal(neurons.length, readdirSync(at('renamed', '7')).length);
  });

  it('an open neuron, its layer or its directory is renamed (case 2)', async () => {
    copyRun('moved');
    await run(commands.openNeuron, await neuronAt('moved', '5:131'));
    await showsText(textOf(at('moved', '5', '131.jsonl')));
    renameSync(at('moved', '5', '131.jsonl'), at('moved', '5', '999.jsonl'));
    await showsGone('5:999', 'runs/moved/5/999.jsonl');
    renameSync(at('moved', '5', '999.jsonl'), at('moved', '5', '131.jsonl'));
    await showsText(textOf(at('moved', '5', '131.jsonl')));
    renameSync(at('moved', '5'), at('moved', '9'));
    await showsGone('9:131', 'runs/moved/9/131.jsonl');
    renameSync(at('moved'), at('elsewhere'));
    await showsGone();
    renameSync(at('elsewhere', '9'), at('elsewhere', '5'));
    await showsGone('5:131', 'runs/elsewhere/5/131.jsonl');
    rmSync(at('elsewhere', '5', '131.jsonl'));
    await showsGone('reloads when the file is back');
  });

  it('a neuron in an editor or a comparison is deleted and comes back (case 2)', async () => {
    copyRun('compared');
    const path = at('compared', '5', '131.jsonl');
    const kept = readFileSync(path);
    await parts.comparisons.open({
      left: { neuron: await neuronAt('compared', '5:131'), explanation: null },
      right: { neuron: await neuronAt('compared', '5:742'), explanation: null },
    });
    const side = () => parts.comparisons.views[0]?.contentOf('left');
    await eventually('both are read', () => side()?.kind === 'neuron');
    rmSync(path);
    await eventually('it is said to be gone', () => {
      const content = side();
      return content?.kind === 'failure' && content.reason.includes('deleted or moved');
    });
    writeFileSync(path, kept);
    await eventually('it is back', () => side()?.kind === 'neuron');
    await run('vscode.openWith', vscode.Uri.file(path), viewTypes.editor);
    await eventually('the editor is in front', () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputCustom;
    });
  });

  it('files behind a symlink are changed, created and deleted (case 3)', async () => {
    const outside = temporaryFolder();
    const file = (...names: string[]) => join(outside.path, 'explanations', ...names);
    mkdirSync(file('0'), { recursive: true });
    cpSync(neuronUri('5', '131.jsonl').fsPath, file('0', '131.jsonl'));
    mkdirSync(runs());
    symlinkSync(outside.path, at('link'));
    await run(commands.openNeuron, await neuronAt('link/explanations', '0:131'));
    await showsText(textOf(file('0', '131.jsonl')));
    rewrite(file('0', '131.jsonl'), ' behind the link');
    await showsText(' behind the link');
    cpSync(file('0', '131.jsonl'), file('0', '132.jsonl'));
    const listed = () => childLabels(parts, labelOf('link/explanations'), 'Layer 0');
    await eventually('the new one is listed', async () => (await listed()).includes('132'));
    rmSync(file('0', '131.jsonl'));
    await eventually('the old one is not', async () => !(await listed()).includes('131'));
    await showsGone();
    outside.remove();
  });

  it('one directory has two names (case 4)', async () => {
    copyRun('real');
    await indexed('real');
    symlinkSync('real', at('link'));
    await run(commands.refresh);
    const labels = () =>
      parts.directories.all.flatMap(({ label }) => (label.startsWith('runs') ? label : []));
    assert.deepEqual(labels(), ['runs/real']);
    symlinkSync('real', at('z'));
    await run(commands.refresh);
    assert.deepEqual(labels(), ['runs/z'], 'the shorter name');
    const { catalog } = await indexed('z');
    assert.equal(
      catalog.size,
      readdirSync(at('real', '0')).length + readdirSync(at('real', '5')).length,
    );
    const added = vscode.Uri.file(at('link'));
    await parts.directories.add(added);
    assert.deepEqual(labels(), ['runs/z'], 'also where it is added by another name');
    const both = parts.directories.all.find(({ label }) => label === 'runs/z')!;
    assert.equal(both.added, false, 'it was found as well');
    rmSync(at('z'));
    await eventually('it is listed by its other name', () => labels().join() === 'runs/real');
    await indexed('real');
    await parts.directories.remove({ ...both, directory: parts.directories.at(added) });
  });

  it('the directory of an overview is deleted, removed from the window, and comes back', async () => {
    copyRun('summarised');
    const { webview, dispose } = playedOverview(parts, await indexed('summarised'));
    const last = () => webview.posted.findLast(({ type }) => type === 'show' || type === 'failed');
    const fails = (reason: RegExp) =>
      eventually(`the overview fails with ${String(reason)}`, () => {
        const message = last();
        return message?.type === 'failed' && reason.test(message.failure.reason);
      });
    const isBack = () =>
      eventually('the overview is back', () => {
        const message = last();
        return message?.type === 'show' && message.overview.totals.neurons > 0;
      });
    webview.say({ type: 'ready' });
    await isBack();
    renameSync(at('summarised'), at('elsewhere'));
    await fails(/no longer in the window/);
    renameSync(at('elsewhere'), at('summarised'));
    await isBack();
    // A directory that was added stays in the window.
    await parts.directories.add(vscode.Uri.file(at('summarised')));
    rmSync(at('summarised'), { recursive: true });
    await fails(/no such file or folder/);
    const added = parts.directories.all.find(({ label }) => label === labelOf('summarised'));
    await parts.directories.remove(added!);
    await fails(/no longer in the window/);
    copyRun('summarised');
    await isBack();
    dispose();
  });

  it('files of pinned results are deleted, and one comes back (case 6)', async () => {
    copyRun('pinned');
    const directory = await indexed('pinned');
    const { results } = await searchForgivingly([directory], parseQuery('layer:5'), {
      limit: 10,
      sort: 'relevance',
    });
    const neurons = [
      ...new Map(results.map((result) => [neuronId(result.neuron), result])).values(),
    ];
    parts.pinned.pin('layer:5', neurons);
    const ids = () => parts.pinned.results.map(({ neuron }) => neuronId(neuron));
    const before = ids();
    const gone = before.slice(1, 4);
    const paths = gone.map((id) => at('pinned', `${id.replace(':', '/')}.jsonl`));
    const first = readFileSync(paths[0]!);
    for (const path of paths) rmSync(path);
    await eventually(
      `the others are left; there are ${ids().join()}`,
      () => ids().join() === before.filter((id) => !gone.includes(id)).join(),
    );
    await run(commands.openNeuron, parts.pinned.results[0]!.neuron);
    await eventually('it is open', () => parts.panels.active);
    await run(commands.nextResult);
    await eventually('the next that is there is open', () => {
      return parts.panels.active && neuronId(parts.panels.active.neuron) === before[4];
    });
    writeFileSync(paths[0]!, first);
    await eventually('it is back in its place', () => ids()[1] === gone[0]);
  });

  it('a run is copied, with a truncated file and an empty one (case 8)', async () => {
    await parts.choices.setOrder('score');
    copyRun('copied', ['0', '5', '11', '47']);
    await childLabels(parts, 'explanations');
    await indexed('copied');
    const labels = () => childLabels(parts, labelOf('copied'), 'Layer 5');
    await labels();
    writeFileSync(at('copied', '5', '6001.jsonl'), '{"neuron_id":');
    writeFileSync(at('copied', '5', '6002.jsonl'), '');
    await eventually('both are read', async () => {
      const groups = (await labels()).filter((label) => label.includes('('));
      return groups.includes('Unreadable files (2)') && !groups.some((g) => g.includes('Pending'));
    });
    await parts.choices.setOrder('index');
  });

  it('a file changes only in its time, and only a comparison finds it', async () => {
    const outside = temporaryFolder();
    cpSync(neuronUri('5').fsPath, join(outside.path, '5'), { recursive: true });
    mkdirSync(runs());
    symlinkSync(outside.path, at('times'));
    const { catalog } = await indexed('times');
    const path = join(outside.path, '5', '131.jsonl');
    utimesSync(path, 1e9, 1e9);
    const modified = () => {
      const id = catalog.find('5/131.jsonl');
      return id !== undefined && catalog.stamp(id).modified;
    };
    await eventually('it is noted', () => modified() === 1e15);
    outside.remove();
  });
});
