import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { NeuronRef } from '../../src/catalog/rows/explanationDirectory.ts';
import { findNeuron } from '../../src/catalog/rows/neighbours.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  neuronUri,
  samples,
  shown,
  tabs,
} from './support/editor.ts';
import { playedOverview } from './support/playedOverview.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);
const labels = () => tabs().map(({ label }) => label);
const tabsAre = (...expected: string[]) =>
  eventually(
    () => `the tabs are ${expected.join(', ')}; they are ${labels().join(', ')}`,
    () => labels().join() === expected.join(),
  );

describe('directories of the same name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'several-'));
  const added = vscode.Uri.file(join(folder, 'other', 'explanations'));
  let parts: Parts;
  let own: NeuronRef;
  let other: NeuronRef;

  const neuronIn = async (uri: vscode.Uri): Promise<NeuronRef> => {
    const neuron = await findNeuron(parts.directories.at(uri), { layer: 5, neuron: 131 });
    assert.ok(neuron, `5:131 in ${uri.toString()}`);
    return neuron;
  };

  before(async () => {
    parts = await activated();
    mkdirSync(join(added.fsPath, '5'), { recursive: true });
    cpSync(neuronUri('5', '131.jsonl').fsPath, join(added.fsPath, '5', '131.jsonl'));
    await parts.directories.add(added);
    own = await neuronIn(vscode.Uri.joinPath(samples(), 'explanations'));
    other = await neuronIn(added);
  });
  beforeEach(closeEverything);
  after(async () => {
    await closeEverything();
    const known = parts.directories.all.find(({ directory }) => directory.uri === added.toString());
    assert.ok(known);
    await parts.directories.remove(known);
    rmSync(folder, { recursive: true });
  });

  it('are distinguished in the list', () => {
    const found = parts.directories.all.map(({ label, description, name }) => [
      label,
      description,
      name,
    ]);
    assert.ok(
      found.some((row) => row.join() === 'explanations,samples,samples'),
      JSON.stringify(found),
    );
    assert.ok(
      found.some((row) => row.join() === 'explanations,other,other'),
      JSON.stringify(found),
    );
  });

  it('are named in the tabs of two neurons with the same ID, while both are open', async () => {
    await run(commands.keepOpen, own);
    await tabsAre('5:131');
    await run(commands.keepOpen, other);
    await tabsAre('5:131 · samples', '5:131 · other');
    await run('workbench.action.closeActiveEditor');
    await tabsAre('5:131');
  });

  it('are named in tabs that change to neurons with the same ID', async () => {
    await run(commands.keepOpen, other);
    await run(commands.openNeuron, own.directory.refTo('5/742.jsonl'));
    await tabsAre('5:131', '5:742');
    await run(commands.openNeuron, own);
    await tabsAre('5:131 · other', '5:131 · samples');
  });

  it('are named in comparisons and overviews', async () => {
    await run(commands.selectForCompare, own);
    await run(commands.compareWithSelected, other);
    await tabsAre('5:131 · samples ↔ 5:131 · other');
    await closeEverything();
    await run(commands.openOverview, {
      kind: 'layer',
      parent: { known: { directory: other.directory } },
      layer: other.group,
    });
    await tabsAre('Overview of Layer 5 · other');
  });

  it('are compared in overviews, with a link to each', async () => {
    await parts.catalogs.finished();
    const { webview, dispose } = playedOverview(parts, own.directory);
    webview.say({ type: 'ready' });
    const [named, shown, counted] = await eventually('all is shown', () => {
      return webview.posted.length >= 3 && webview.posted;
    });
    // The names come first, so that their table does not move the rest, which waits for no counts.
    assert.ok(named?.type === 'directories' && counted?.type === 'directories');
    assert.equal(shown?.type, 'show');
    const names = ({ directories: all }: typeof named) => all.map(({ name }) => name);
    assert.deepEqual(names(named), names(counted));
    assert.ok(names(counted).includes('samples'));
    const found = counted.directories.find(({ name }) => name === 'other');
    assert.equal(found?.uri, other.directory.uri);
    assert.equal(found.totals?.neurons, 1);
    const ask = (id: number, uri: string) =>
      webview.say({
        type: 'request',
        id,
        request: { name: 'openDirectory', argument: { uri } },
      });
    ask(1, found.uri);
    await tabsAre('played', 'Overview of other');
    ask(2, 'file:///elsewhere');
    const reply = await eventually('it is answered', () =>
      webview.posted.find((each) => each.type === 'reply' && each.id === 2),
    );
    assert.ok(reply.type === 'reply' && 'error' in reply.result);
    dispose();
  });

  it('are named in pinned results', async () => {
    const explanation = {
      text: ' ships',
      scores: [0.5, null, null],
      sequences: 1,
      tokens: 1,
    };
    parts.pinned.pin(
      'ships',
      [own, other].map((neuron) => ({ neuron, explanation })),
    );
    const [results] = await parts.tree.getChildren();
    assert.ok(results);
    const rows = (await parts.tree.getChildren(results)).map((node) => shown(parts, node));
    assert.deepEqual(rows, ['5:131 | 0.50  samples · ships', '5:131 | 0.50  other · ships']);
    parts.pinned.clear();
  });
});
