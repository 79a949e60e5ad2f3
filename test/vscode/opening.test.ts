import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands, viewTypes } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  neuronUri,
  tabs,
} from './support/editor.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);
const labels = () => tabs().map(({ label }) => label);
const activeInput = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

async function tabsAre(...expected: string[]): Promise<void> {
  await eventually(`the tabs are ${expected.join(', ')}; they are ${labels().join(', ')}`, () => {
    return labels().join() === expected.join();
  });
}

describe('opening a neuron', () => {
  let parts: Parts;
  const node = (layer: string, neuron: string) =>
    findNode(parts, 'explanations', `Layer ${layer}`, neuron);

  before(async () => (parts = await activated()));
  beforeEach(closeEverything);
  after(closeEverything);

  it('shows it in a panel that has its id as title', async () => {
    await run(commands.openNeuron, await node('5', '131'));
    await tabsAre('5:131');
    const input = activeInput();
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.ok(input.viewType.endsWith(viewTypes.panel), input.viewType);
  });

  it('shows the next one in the same panel', async () => {
    await run(commands.openNeuron, await node('5', '131'));
    await tabsAre('5:131');
    await run(commands.openNeuron, await node('11', '742'));
    await tabsAre('11:742');
  });

  it('gives a tab of its own on a double click', async () => {
    const neuron = await node('5', '131');
    assert.ok(neuron.kind === 'neuron');
    await parts.tree.reveal(neuron.neuron);
    await run(commands.openSelectedNeuron);
    await run(commands.openSelectedNeuron);
    await run(commands.openNeuron, await node('11', '742'));
    await tabsAre('5:131', '11:742');
  });

  it('gives a tab of its own by Keep Open, and goes back to it', async () => {
    const neuron = await node('5', '131');
    await run(commands.openNeuron, neuron);
    await run(commands.keepOpen);
    await run(commands.openNeuron, await node('11', '742'));
    await tabsAre('5:131', '11:742');
    await run(commands.openNeuron, neuron);
    await tabsAre('5:131', '11:742');
    await eventually('the kept panel is in front', () => {
      return vscode.window.tabGroups.activeTabGroup.activeTab?.label === '5:131';
    });
  });

  it('goes to the next and the previous neuron, across layers', async () => {
    await run(commands.openNeuron, await node('5', '3552'));
    await eventually('the panel is active', () => parts.panels.active);
    await run(commands.nextNeuron);
    await tabsAre('5:5820');
    await run(commands.nextNeuron);
    await tabsAre('11:3');
    await run(commands.previousNeuron);
    await tabsAre('5:5820');
  });

  it('shows its file as text, and from there the neuron', async () => {
    await run(commands.openNeuron, await node('5', '131'));
    await eventually('the panel is active', () => parts.panels.active);
    await run(commands.openJson);
    await eventually('the text is in front', () => {
      const input = activeInput();
      return input instanceof vscode.TabInputText && input.uri.path.endsWith('/5/131.jsonl');
    });
    await run(commands.openNeuron);
    await eventually(
      'the panel is in front',
      () => activeInput() instanceof vscode.TabInputWebview,
    );
  });

  it('opens as an editor of its file, which can also go to the next one', async () => {
    await run('vscode.openWith', neuronUri('5', '131.jsonl'), viewTypes.editor);
    await eventually('the editor is in front', () => {
      const input = activeInput();
      return input instanceof vscode.TabInputCustom && input.uri.path.endsWith('/5/131.jsonl');
    });
    await run(commands.nextNeuron);
    await eventually('the next one is in front', () => {
      const input = activeInput();
      return input instanceof vscode.TabInputCustom && input.uri.path.endsWith('/5/742.jsonl');
    });
    // The editors before are not told at once that they are in front no longer.
    await run(commands.nextNeuron);
    await run(commands.previousNeuron);
    await run(commands.nextNeuron);
    await eventually('the third one is in front', () => {
      const input = activeInput();
      return input instanceof vscode.TabInputCustom && input.uri.path.endsWith('/5/847.jsonl');
    });
  });

  it('leaves neuron files to the text editor by default', async () => {
    await run('vscode.open', neuronUri('5', '131.jsonl'));
    await eventually('the text is in front', () => activeInput() instanceof vscode.TabInputText);
  });

  it('goes to a neuron by its ID', async () => {
    await run(commands.goToNeuron, 'L47N2211');
    await tabsAre('47:2211');
  });

  it('opens some neuron', async () => {
    await run(commands.openRandomNeuron);
    await eventually('a neuron is open', () => /^\d+:\d+$/.test(labels().join()));
  });

  it('copies its id and its path', async () => {
    const neuron = await node('5', '131');
    await run(commands.copyNeuronId, neuron);
    assert.equal(await vscode.env.clipboard.readText(), '5:131');
    await run(commands.copyPath, neuron);
    assert.equal(await vscode.env.clipboard.readText(), neuronUri('5', '131.jsonl').fsPath);
  });

  it('is revealed in the sidebar, also from its file', async () => {
    await run('vscode.open', neuronUri('47', '942.jsonl'));
    await eventually('the text is in front', () => activeInput() instanceof vscode.TabInputText);
    await run(commands.revealInSidebar);
    await eventually('it is selected', () => {
      const [selected] = parts.tree.selection;
      return selected?.kind === 'neuron' && selected.neuron.unit.key === '47/942.jsonl';
    });
  });
});
