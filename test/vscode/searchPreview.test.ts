import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { neuronId } from '../../src/catalog/rows/explanationDirectory.ts';
import type { Parts } from '../../src/extension.ts';
import { commands, settings } from '../../src/names.ts';
import { activated, closeEverything, eventually } from './support/editor.ts';

const run = (command: string) => vscode.commands.executeCommand(command);

describe('the setting for the preview of search results', () => {
  let parts: Parts;
  const set = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration(settings.section)
      .update(settings.searchPreview, value, vscode.ConfigurationTarget.Workspace);

  /** Moves down in the search, and accepts. Returns what was shown; the last was accepted. */
  async function walk(moves: number): Promise<string[]> {
    await closeEverything();
    const seen = new Set<string>();
    const watching = parts.panels.onDidChange(() => {
      const { preview } = parts.panels;
      if (preview) seen.add(neuronId(preview.neuron));
    });
    await run(commands.search);
    for (let move = 0; move < moves; move++) await run('workbench.action.quickOpenSelectNext');
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await eventually('the result is open', () => parts.panels.active);
    watching.dispose();
    return [...seen];
  }

  before(async () => {
    parts = await activated();
    await parts.catalogs.finished();
  });
  afterEach(() => set(undefined));
  after(closeEverything);

  it('shows each one by default, or only the accepted one, at once', async () => {
    const [first] = await walk(0);
    const all = await walk(2);
    assert.equal(all.length, 2);
    assert.ok(!all.includes(first!));
    await set(false);
    assert.deepEqual(await walk(2), [all[1]]);
  });
});
