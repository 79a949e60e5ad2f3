import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands, viewTypes } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  samples,
  tabs,
} from './support/editor.ts';
import { playedOverview } from './support/playedOverview.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);
const labels = () => tabs().map(({ label }) => label);

async function tabsAre(...expected: string[]): Promise<void> {
  await eventually(`the tabs are ${expected.join(', ')}; they are ${labels().join(', ')}`, () => {
    return labels().join() === expected.join();
  });
}

describe('the overview', () => {
  let parts: Parts;
  let title: string;
  let titleOfLayer: string;

  before(async () => {
    parts = await activated();
    // Where it is not the only directory, it is called by its folder.
    const isAlone = parts.directories.all.length === 1;
    title = `Overview of ${isAlone ? 'explanations' : 'samples'}`;
    titleOfLayer = `Overview of Layer 5${isAlone ? '' : ' · samples'}`;
  });
  beforeEach(closeEverything);
  after(closeEverything);

  it('opens from a directory and from a layer, each once', async () => {
    const directory = await findNode(parts, 'explanations');
    await run(commands.openOverview, directory);
    await tabsAre(title);
    const input = tabs()[0]!.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.ok(input.viewType.endsWith(viewTypes.overview), input.viewType);
    await run(commands.openOverview, await findNode(parts, 'explanations', 'Layer 5'));
    await tabsAre(title, titleOfLayer);
    await run(commands.openOverview, directory);
    await tabsAre(title, titleOfLayer);
    await eventually('the first is in front again', () => tabs()[0]!.isActive);
  });

  it('stays visible beside a neuron that is opened from it', async () => {
    await run(commands.openOverview, await findNode(parts, 'explanations'));
    await tabsAre(title);
    const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
    const open = async (layer: string, neuron: string) => {
      const node = await findNode(parts, 'explanations', `Layer ${layer}`, neuron);
      assert.ok(node.kind === 'neuron');
      await parts.panels.open(node.neuron, { preserveFocus: true, beside: viewColumn });
    };
    await open('5', '131');
    await tabsAre(title, '5:131');
    assert.equal(vscode.window.tabGroups.all.length, 2);
    await open('11', '742');
    await tabsAre(title, '11:742');
    for (const { activeTab } of vscode.window.tabGroups.all) assert.ok(activeTab);
    assert.equal(vscode.window.tabGroups.activeTabGroup.viewColumn, viewColumn);
  });

  it('opens a neuron by key for its page, and rejects other keys', async () => {
    const uri = vscode.Uri.joinPath(samples(), 'explanations');
    const { webview, dispose } = playedOverview(parts, parts.directories.at(uri));
    const resultOf = async (key: string) => {
      const id = webview.posted.length;
      const argument = { key, pinned: true, preserveFocus: true };
      webview.say({ type: 'request', id, request: { name: 'open', argument } });
      const reply = () => webview.posted.find((each) => each.type === 'reply' && each.id === id);
      await eventually(`${key} is answered`, () => reply());
      return reply();
    };
    for (const key of [
      '..',
      '5',
      '../131.jsonl',
      '5/../131.jsonl',
      '5/131.jsonl/x',
      '5/131.json',
    ]) {
      const reply = await resultOf(key);
      assert.ok(reply?.type === 'reply' && 'error' in reply.result, key);
      assert.ok(reply.result.error.includes(JSON.stringify(key)), reply.result.error);
    }
    await tabsAre('played');
    await resultOf('5/131.jsonl');
    await tabsAre('played', '5:131');
    dispose();
  });

  it('moves a preview aside', async () => {
    const node = await findNode(parts, 'explanations', 'Layer 5', '131');
    assert.ok(node.kind === 'neuron');
    await run(commands.openNeuron, node);
    await tabsAre('5:131');
    await run(commands.openOverview, await findNode(parts, 'explanations'));
    await tabsAre('5:131', title);
    const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
    await parts.panels.open(node.neuron, { preserveFocus: true, beside: viewColumn });
    await tabsAre(title, '5:131');
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });
});
