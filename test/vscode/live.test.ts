import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neuronUri as uriOf } from '../../src/catalog/rows/explanationDirectory.ts';
import { listAll } from '../../src/catalog/rows/neighbours.ts';
import { parseQuery } from '../../src/catalog/search/query.ts';
import { searchForgivingly } from '../../src/catalog/search/nearestWords.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import type { KnownDirectory } from '../../src/workspace/directories.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import { activated, closeEverything, eventually, labelOf, samples } from './support/editor.ts';
import { onDisk, type Said } from './support/onDisk.ts';
import { Writer } from './support/writer.ts';

/** How long the writer writes; the nightly script says more. */
const seconds = Number(process.env['NEURON_EXPLANATIONS_LIVE'] ?? 4);
const seed = Number(process.env['NEURON_EXPLANATIONS_SEED'] ?? 20261129);
/** Between two things that the writer does, in milliseconds. */
const pause = 20;
const most = 100_000;

describe('a writer beside the editor', () => {
  let parts: Parts;
  const folder = () => join(samples().fsPath, 'live');
  const known = () => parts.directories.all.filter(({ label }) => label.startsWith('live/'));

  before(async () => (parts = await activated()));
  after(async () => {
    await closeEverything();
    parts.pinned.clear();
    rmSync(folder(), { recursive: true, force: true });
    await eventually('all is as before', () => known().length === 0);
  });

  /** Opens whatever shows something of a directory. */
  async function openAll(): Promise<void> {
    const [directory] = await eventually('it is found', () => known().length > 1 && known());
    await eventually('it is read', () => directory!.directory.catalog.tally('exact') > 0);
    const neurons = await listAll([directory!.directory]);
    await parts.tree.reveal(neurons[0]!);
    parts.pinned.pin('text', await search('text', known()));
    const run = (command: string, ...args: unknown[]) =>
      vscode.commands.executeCommand(command, ...args);
    await run(commands.openNeuron, neurons[0]);
    await eventually('a page is open', () => parts.panels.preview?.view.content);
    // Beside the page, since an overview that nobody sees is not kept up to date.
    await parts.overviews.open(directory!.directory);
    await eventually('the overview is open', () => parts.overviews.all[0]?.summary);
    await run('workbench.action.moveEditorToNextGroup');
    await run('workbench.action.focusFirstEditorGroup');
    const [left, right] = [neurons[1]!, neurons[2]!];
    await parts.comparisons.open({
      left: { neuron: left, explanation: null },
      right: { neuron: right, explanation: null },
    });
    await eventually('both sides are read', () => parts.comparisons.views[0]?.contentOf('left'));
  }

  const search = async (query: string, known: readonly KnownDirectory[]) => {
    const directories = known.map(({ directory }) => directory);
    const options = { limit: most, sort: 'relevance' } as const;
    return (await searchForgivingly(directories, parseQuery(query), options)).results;
  };

  const real = ({ directory }: KnownDirectory) => realpathSync(directory.path);

  async function shownByTree(node: Awaited<ReturnType<typeof rowOf>>): Promise<Said> {
    const shown: Said = {};
    for (const layer of await parts.tree.getChildren(node)) {
      if (layer.kind !== 'layer') throw new Error(labelOf(parts, layer));
      const names: Record<string, string> = {};
      for (const child of await parts.tree.getChildren(layer))
        if (child.kind === 'neuron') {
          const { catalog } = child.neuron.directory;
          const id = catalog.find(child.neuron.unit.key);
          const row = id === undefined ? undefined : catalog.row(id);
          const isExact = id !== undefined && catalog.state(id) === 'exact';
          names[child.neuron.unit.key.split('/')[1]!] = isExact
            ? (row?.failure ?? row?.explanations[0]?.text ?? '')
            : 'pending';
        }
      shown[layer.layer.key] = names;
    }
    return shown;
  }

  async function rowOf(each: KnownDirectory) {
    const rows = await parts.tree.getChildren();
    const row = rows.find((node) => node.kind === 'directory' && node.known === each);
    assert.ok(row, 'the tree has no row for a directory that is known');
    return row;
  }

  /** Holds all that is shown against the disk. */
  async function compare(): Promise<void> {
    const disk = onDisk(folder());
    assert.deepEqual(known().map(real).sort(), [...disk.keys()].sort(), 'directories');
    const texts: string[] = [];
    for (const each of known()) {
      const said = disk.get(real(each))!;
      assert.deepEqual(await shownByTree(await rowOf(each)), said, `tree, ${each.label}`);
      const all = Object.values(said).flatMap((layer) => Object.values(layer));
      texts.push(...all.filter((text) => text.startsWith(' text')));
      for (const { data, summary } of parts.overviews.all)
        if (data.directory === each.directory)
          assert.equal(summary?.totals.neurons, all.length, 'overview');
    }
    const found = (await search('text', known())).map(({ explanation }) => explanation.text);
    assert.deepEqual(found.sort(), texts.sort(), 'search');
    for (const { data, summary } of parts.overviews.all)
      if (known().every(({ directory }) => directory !== data.directory))
        assert.equal(summary, undefined, 'overview of a directory that is gone');
    const textAt = (uri: string) => {
      const [, path, layer, name] = /^(.*)\/(\d+)\/([^/]+)$/.exec(vscode.Uri.parse(uri).fsPath)!;
      return onDiskAt(path!)?.[layer!]?.[name!];
    };
    const onDiskAt = (path: string) => {
      try {
        return disk.get(realpathSync(path));
      } catch {
        return undefined;
      }
    };
    const pages = [
      parts.panels.preview?.view.content,
      parts.comparisons.views[0]?.contentOf('left'),
      parts.comparisons.views[0]?.contentOf('right'),
    ];
    for (const page of pages) {
      assert.ok(page);
      const text = textAt(page.uri);
      if (text === undefined) {
        const said = page.kind === 'failure' && page.reason;
        assert.equal(said, 'The file was deleted or moved.', `page of ${page.uri}`);
      } else if (page.kind === 'neuron') assert.equal(page.explanations[0]?.text, text);
      else assert.ok(page.reason.includes(text), `page says ${page.reason}, the disk ${text}`);
    }
    for (const { neuron } of parts.pinned.results)
      assert.ok(textAt(uriOf(neuron)) !== undefined, `pinned: ${uriOf(neuron)}`);
  }

  it(`for ${seconds} s, seed ${seed}: everything shown equals the disk in the end`, async function () {
    this.timeout((seconds + 150) * 1000);
    const outside = temporaryFolder();
    mkdirSync(folder());
    const writer = new Writer(folder(), outside.path, seed);
    await openAll();
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      writer.step();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    const stopped = performance.now();
    const differs = await untilEqual(compare);
    const took = performance.now() - stopped;
    const file = process.env['NEURON_EXPLANATIONS_FIGURES'];
    if (file) writeFileSync(file, JSON.stringify({ changes: writer.count, took, differs }));
    outside.remove();
  });

  /** Compares after each event until all is equal; returns what differed last. */
  async function untilEqual(compareAll: () => Promise<void>): Promise<string> {
    let differs = '';
    for (;;) {
      const news = new Promise<void>((resolve) => {
        const subscription = parts.lookout.onLook(() => {
          subscription.dispose();
          resolve();
        });
      });
      try {
        await compareAll();
        return differs;
      } catch (error) {
        differs = String(error instanceof Error ? error.message : error);
        // A page reads its file a moment after it was told to.
        await Promise.race([news, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
    }
  }
});
