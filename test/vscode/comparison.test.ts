import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { ComparisonPanel } from '../../src/comparison/host/comparisonPanel.ts';
import type { HostMessage } from '../../src/comparison/contract/contract.ts';
import { commands, viewTypes } from '../../src/names.ts';
import type { NeuronReader } from '../../src/neuron/host/neuronReader.ts';
import { activated, closeEverything, eventually, findNode, tabs } from './support/editor.ts';
import { PlayedWebview } from './support/playedWebview.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);
const labels = () => tabs().map(({ label }) => label);

async function tabsAre(...expected: string[]): Promise<void> {
  await eventually(`the tabs are ${expected.join(', ')}; they are ${labels().join(', ')}`, () => {
    return labels().join() === expected.join();
  });
}

describe('comparing', () => {
  let parts: Parts;
  const node = (layer: string, neuron: string) =>
    findNode(parts, 'explanations', `Layer ${layer}`, neuron);

  before(async () => (parts = await activated()));
  beforeEach(closeEverything);
  after(closeEverything);

  it('shows the explanations of a neuron side by side, in one panel', async () => {
    await run(commands.openNeuron, await node('5', '131'));
    await eventually('the panel is active', () => parts.panels.active);
    await run(commands.compareExplanations);
    await tabsAre('5:131', '5:131 ↔ Explanations');
    const input = tabs()[1]!.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.ok(input.viewType.endsWith(viewTypes.comparison), input.viewType);
    await run(commands.compareExplanations, await node('5', '131'));
    await tabsAre('5:131', '5:131 ↔ Explanations');
  });

  it('compares a neuron with the selected one', async () => {
    await run(commands.selectForCompare, await node('5', '131'));
    await run(commands.compareWithSelected, await node('11', '742'));
    await tabsAre('5:131 ↔ 11:742');
  });

  it('leaves nothing behind if no neuron is picked', async () => {
    const picking = run(commands.compareWith, await node('5', '131'));
    await run('workbench.action.closeQuickOpen');
    await picking;
    assert.deepEqual(labels(), []);
  });

  it('says why a first comparison failed, and can retry', async () => {
    const webview = new PlayedWebview<HostMessage>();
    const panel = { webview, title: '' } as unknown as vscode.WebviewPanel;
    const found = await node('5', '131');
    assert.ok(found.kind === 'neuron');
    let isBroken = true;
    const open: NeuronReader['open'] = async (...args) => {
      const opened = await parts.reader.open(...args);
      const ask = opened.ask.bind(opened);
      const broken = () => Promise.reject(new Error('the thread ended'));
      return Object.assign(opened, {
        ask: (...asked: Parameters<typeof ask>) => (isBroken ? broken() : ask(...asked)),
      });
    };
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations')!;
    const comparison = new ComparisonPanel(
      panel,
      extension.extensionUri,
      { ...parts, reader: { open } as NeuronReader },
      {
        left: { neuron: found.neuron, explanation: 0 },
        right: { neuron: found.neuron, explanation: 1 },
      },
    );
    const posted = (type: HostMessage['type']) => webview.posted.find((each) => each.type === type);
    webview.say({ type: 'ready' });
    await eventually('it says why', () => posted('failed'));
    assert.deepEqual(posted('failed'), { type: 'failed', reason: 'the thread ended' });
    isBroken = false;
    webview.say({ type: 'request', id: 1, request: { name: 'retry' } });
    await eventually('it is shown', () => posted('show'));
    comparison.dispose();
  });
});
