import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { sharedOrSkip } from '../host/skip.ts';
import {
  activated,
  childLabels,
  eventually,
  findNode,
  neuronUri,
  samples,
  shown,
} from './support/editor.ts';

const samplesLabel = 'explanations';

describe('the tree', () => {
  let parts: Parts;
  before(async () => (parts = await activated()));

  it('lists the directories in the workspace folders', () => {
    const found = parts.directories.all.map(({ label, description }) => [label, description]);
    assert.deepEqual(found, [
      ['explanations', 'samples'],
      ['explanations', 'one-layer'],
    ]);
  });

  it('tells directories of the same name apart by their labels', async () => {
    assert.deepEqual(await childLabels(parts), ['samples', 'one-layer']);
    const directory = await findNode(parts, samplesLabel);
    await eventually('it is indexed', () =>
      /^samples \| 28 neurons · explanations$/.test(shown(parts, directory)),
    );
  });

  it('lists layers in numerical order, with their median and their number of neurons', async () => {
    const directory = await findNode(parts, samplesLabel);
    const layers = () => parts.tree.getChildren(directory);
    const described = async () => (await layers()).map((layer) => shown(parts, layer));
    await eventually('all layers are counted', async () =>
      (await described()).every((text) => /\| 0\.\d\d median/.test(text)),
    );
    assert.deepEqual(
      (await described()).map((text) => text.replaceAll(/0\.\d\d/g, '#')),
      [
        'Layer 0 | # median · 8 neurons · best #',
        'Layer 5 | # median · 7 neurons · best #',
        'Layer 11 | # median · 7 neurons · best #',
        'Layer 47 | # median · 6 neurons · best #',
      ],
    );
  });

  it('lists neurons in numerical order', async () => {
    assert.deepEqual(await childLabels(parts, samplesLabel, 'Layer 5'), [
      '17',
      '131',
      '742',
      '847',
      '1377',
      '3552',
      '5820',
    ]);
  });

  it('describes neurons by their best explanation and its score, once indexed', async () => {
    const neuron = await findNode(parts, samplesLabel, 'Layer 5', '131');
    // What stands there first may be from before another test's changes were taken back.
    await eventually('the row is read', () =>
      /^0\.\d\d {2}members of a family \(\+1\)$/.test(
        String(parts.tree.getTreeItem(neuron).description),
      ),
    );
  });

  it('describes a neuron without a score by a dash, not by 0', async () => {
    const neuron = await findNode(parts, samplesLabel, 'Layer 5', '5820');
    await eventually('the row is read', () => parts.tree.getTreeItem(neuron).description);
    assert.match(String(parts.tree.getTreeItem(neuron).description), /^– {2}\S/);
  });

  const icons: [layer: string, neuron: string, icon: string, colour: string][] = [
    ['Layer 5', '131', 'circle-filled', 'neuronExplanations.goodScore'],
    ['Layer 11', '4870', 'circle-filled', 'neuronExplanations.fairScore'],
    ['Layer 47', '942', 'circle-filled', 'neuronExplanations.poorScore'],
    ['Layer 5', '5820', 'circle-outline', 'disabledForeground'],
  ];
  for (const [layer, name, icon, colour] of icons) {
    it(`shows by an icon how well ${layer}, ${name} is explained`, async () => {
      const neuron = await findNode(parts, samplesLabel, layer, name);
      await eventually('the row is read', () => parts.tree.getTreeItem(neuron).description);
      const drawn = parts.tree.getTreeItem(neuron).iconPath;
      assert.ok(drawn instanceof vscode.ThemeIcon);
      assert.deepEqual([drawn.id, drawn.color?.id], [icon, colour]);
    });
  }

  it('gives every node a unique ID and its parent', async () => {
    const ids = new Set<string>();
    const [directory] = await parts.tree.getChildren();
    for (const layer of await parts.tree.getChildren(directory)) {
      assert.equal(parts.tree.getParent(layer), directory);
      for (const neuron of await parts.tree.getChildren(layer)) {
        assert.equal(parts.tree.getParent(neuron), layer);
        ids.add(parts.tree.getTreeItem(neuron).id!);
      }
    }
    assert.equal(ids.size, 28);
  });

  it('does so after requests for nodes of an older list of directories', async () => {
    const [before] = await parts.tree.getChildren();
    const [layerBefore] = await parts.tree.getChildren(before);
    const extra = vscode.Uri.joinPath(samples(), 'extra');
    cpSync(neuronUri('5').fsPath, vscode.Uri.joinPath(extra, '5').fsPath, { recursive: true });
    try {
      await vscode.commands.executeCommand(commands.refresh);
      await Promise.all([parts.tree.getChildren(before), parts.tree.getChildren(layerBefore)]);
      const [directory] = await parts.tree.getChildren();
      assert.notEqual(directory, before);
      const [layer] = await parts.tree.getChildren(directory);
      assert.equal(parts.tree.getParent(layer!), directory);
      const [neuron] = await parts.tree.getChildren(layer);
      assert.equal(parts.tree.getParent(neuron!), layer);
    } finally {
      rmSync(extra.fsPath, { recursive: true });
      await vscode.commands.executeCommand(commands.refresh);
    }
  });

  it('returns equal IDs and nodes when asked again', async () => {
    const first = await findNode(parts, samplesLabel, 'Layer 11', '742');
    const again = await findNode(parts, samplesLabel, 'Layer 11', '742');
    assert.equal(first, again);
  });

  it('lists the real neurons of GPT-2 XL (needs shared/data)', async function () {
    const uri = vscode.Uri.file(sharedOrSkip(this, 'data/gpt2-xl-paper/explanations'));
    await vscode.commands.executeCommand(commands.addDirectory, uri);
    const directory = await eventually('the directory is listed', async () =>
      (await parts.tree.getChildren()).find(
        (node) => node.kind === 'directory' && node.known.directory.uri === uri.toString(),
      ),
    );
    const layers = await parts.tree.getChildren(directory);
    const listed: string[] = [];
    for (const layer of layers) {
      for (const neuron of await parts.tree.getChildren(layer)) {
        if (neuron.kind === 'neuron' && layer.kind === 'layer') {
          listed.push(`${layer.layer.label}:${neuron.neuron.unit.label}`);
        }
      }
    }
    assert.deepEqual(listed, [
      '0:816',
      '6:3251',
      '13:410',
      '13:979',
      '14:417',
      '14:1251',
      '14:3822',
      '16:518',
      '19:1377',
      '19:1763',
      '25:4870',
      '46:2181',
    ]);
    const [neuron] = await parts.tree.getChildren(layers[0]);
    const description = await eventually('the row is read', () => {
      return parts.tree.getTreeItem(neuron!).description;
    });
    assert.match(
      String(description),
      /^0\.34 {2}references to movies, characters, and entertainment\.$/,
    );
    await vscode.commands.executeCommand(commands.removeDirectory, directory);
    await eventually('the directory is not listed', async () => {
      return !(await parts.tree.getChildren()).includes(directory);
    });
  });
});
