import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { Workbench } from './workbench.ts';

describe('the setting for the preview of search results', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);

  const set = (preview: boolean) => {
    const settings = join(workbench.folder, '.vscode/settings.json');
    writeFileSync(settings, JSON.stringify({ 'neuronExplanations.search.preview': preview }));
  };
  const search = async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('layer:5');
    const labels = workbench.palette.items.locator('.label-name');
    await labels.nth(2).filter({ hasText: /^5:/ }).waitFor();
    return labels.allInnerTexts();
  };
  const tabs = workbenchTabs(() => workbench);

  before(async () => {
    const folder = temporaryFolder().path;
    copyFolder(join(root, 'samples'), folder);
    mkdirSync(join(folder, '.vscode'));
    const off = { 'neuronExplanations.search.preview': false };
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(off));
    workbench = await Workbench.open(folder);
    await workbench.openNeurons();
    await workbench.tree.row('explanations').waitFor();
  });
  after(() => workbench.close());

  it('shows only the accepted result if it is off', async () => {
    const ids = await search();
    const seen = await tabs.record();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await workbench.activeTab().filter({ hasText: ids[2]! }).waitFor();
    assert.deepEqual(await seen(), [ids[2]]);
    await workbench.closeTab();
  });

  it('shows each result once it is on, without a reload', async () => {
    set(true);
    await search();
    const open = workbench.tabs().first();
    while (!(await open.isVisible())) await press('ArrowDown');
    await workbench.palette.close();
    // The search was left, so nothing stays.
    await open.waitFor({ state: 'detached' });
  });
});

/** What the tabs have shown since `record`, also if only for a moment. */
function workbenchTabs(of: () => Workbench) {
  return {
    async record(): Promise<() => Promise<string[]>> {
      const seen = await of().page.evaluateHandle(() => {
        const texts = new Set<string>();
        const note = () => {
          for (const tab of document.querySelectorAll<HTMLElement>('.part.editor .tab'))
            if (tab.innerText.trim() !== '') texts.add(tab.innerText.trim());
        };
        const parts = { subtree: true, childList: true, characterData: true };
        new MutationObserver(note).observe(document.querySelector('.part.editor')!, parts);
        return texts;
      });
      return () => seen.evaluate((texts) => [...texts]);
    },
  };
}
