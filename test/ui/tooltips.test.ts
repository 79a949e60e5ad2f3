import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench.ts';

describe('tooltips of the sidebar', () => {
  let workbench: Workbench;
  before(async () => (workbench = await Workbench.samples()));

  /** What the tooltip of a row says, opened by the keyboard. */
  async function tooltipOf(label: string): Promise<string> {
    await workbench.tree.focusOn(label);
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    const shown = workbench.page.locator('.monaco-hover:visible');
    const tooltip = shown.filter({ hasNotText: 'Loading...' });
    await tooltip.waitFor();
    const text = await tooltip.innerText();
    await workbench.page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
    return text.replaceAll('\u00a0', ' ');
  }

  it('show how the scores of a layer are distributed', async () => {
    const text = await tooltipOf('Layer 5');
    assert.match(text, /Scores of the best explanations: median 0\.\d\d · best 0\.\d\d/);
    assert.match(text, /0\.\d … {2}0\.\d █+ \d/);
  });

  it('show a neuron’s explanations, whatever they hold, as text', async () => {
    const path = join(workbench.folder, 'explanations/11/6013.jsonl');
    const hostile = '<b>bold</b> *stars* [a link](command:workbench.action.quit) 1. ship &amp; sea';
    const before = readFileSync(path, 'utf8');
    const changed = before.replace(
      /"explanation":\s*"[^"]*"/,
      `"explanation": ${JSON.stringify(hostile)}`,
    );
    writeFileSync(path, changed);
    await workbench.tree.expand('Layer 11');
    await workbench.tree.rows.filter({ hasText: 'bold' }).waitFor();
    const text = await tooltipOf('6013');
    assert.ok(text.includes(hostile), text);
    assert.ok(text.includes(path), text);
    writeFileSync(path, before);
  });
});
