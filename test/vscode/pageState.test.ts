import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { viewTypes } from '../../src/names.ts';
import type { NeuronPanels } from '../../src/neuron/host/neuronPanels.ts';
import type { OverviewPanels } from '../../src/overview/host/overviewPanels.ts';
import { activated, closeEverything, eventually, neuronUri } from './support/editor.ts';

/** What a page has kept is what brings its panel back, and a page could keep anything. */
describe('the state that restores a panel', () => {
  let parts: Parts;
  before(async () => (parts = await activated()));
  after(closeEverything);

  async function comesBack(
    state: unknown,
    panels: NeuronPanels | OverviewPanels = parts.panels,
  ): Promise<string | undefined> {
    const panel = vscode.window.createWebviewPanel(viewTypes.panel, 'before', 1);
    let isThere = true;
    panel.onDidDispose(() => (isThere = false));
    await panels.deserializeWebviewPanel(panel, state);
    const title = isThere ? panel.title : undefined;
    panel.dispose();
    return title;
  }

  it('shows a neuron of this machine', async () => {
    const uri = neuronUri('5', '131.jsonl').toString();
    assert.equal(await comesBack({ uri, pinned: true }), '5:131');
  });

  const base = () => neuronUri('5').toString();
  const refused: Record<string, () => unknown> = {
    'what is no state': () => 'state',
    'a file that is no neuron’s': () => ({ uri: `${base()}/131.json` }),
    'a way out of its directory': () => ({ uri: `${base()}/../../secret/5/131.jsonl` }),
    'the same way, escaped': () => ({ uri: `${base()}/%2e%2e/%2E%2E/5/131.jsonl` }),
    'a file of another host': () => ({ uri: 'file://server/share/5/131.jsonl' }),
    'a share by its path': () => ({ uri: 'file:////server/share/5/131.jsonl' }),
    'a web address': () => ({ uri: 'https://example.org/5/131.jsonl' }),
    'a command': () => ({ uri: 'command:workbench.action.quit?/5/131.jsonl' }),
    'no scheme': () => ({ uri: '/etc/5/131.jsonl' }),
    'what is no URI': () => ({ uri: ':::/5/131.jsonl' }),
  };
  for (const [what, state] of Object.entries(refused))
    it(`opens nothing for ${what}`, async () => {
      assert.equal(await comesBack(state()), undefined);
    });

  describe('of an overview', () => {
    const directory = () => vscode.Uri.joinPath(neuronUri('5'), '..').toString();

    it('shows a layer', async () => {
      const title = await comesBack({ uri: directory(), layer: '5' }, parts.overviews);
      assert.match(title ?? '', /^Overview of Layer 5/);
    });

    for (const layer of ['x', '..', '5/131.jsonl', '', 5])
      it(`opens nothing for a layer with the key ${JSON.stringify(layer)}`, async () => {
        assert.equal(await comesBack({ uri: directory(), layer }, parts.overviews), undefined);
      });
  });

  it('is logged if it is refused', async () => {
    await vscode.commands.executeCommand('neuronExplanations.showLog');
    await eventually('the log has it', () =>
      vscode.workspace.textDocuments.some(
        (document) =>
          document.uri.scheme === 'output' &&
          /Rejected an invalid message or state from the \S+ page: object of about \d+ bytes/.test(
            document.getText(),
          ),
      ),
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
