import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { Workbench } from '../ui/workbench.ts';

/** Pictures to look at, in `out/screenshots`: the sidebar as narrow as people have it. */
describe('the sidebar, in pictures', () => {
  let workbench: Workbench;
  const names = [
    'explanations',
    'runs/2024-01-01-gpt4-few-shot/gpt2-xl/explanations',
    'runs/2024-01-02-gpt4-few-shot/gpt2-xl/explanations',
  ];

  before(async () => {
    const folder = temporaryFolder().path;
    for (const name of names) copyFolder(join(root, 'samples', 'explanations'), join(folder, name));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(
      join(folder, '.vscode', 'neuron-notes.json'),
      JSON.stringify({
        neurons: {
          'explanations/5/17.jsonl': { verdict: 'right', starred: true },
          'explanations/5/131.jsonl': { verdict: 'partly' },
          'explanations/5/742.jsonl': { verdict: 'wrong' },
          'explanations/5/847.jsonl': { starred: true },
        },
      }),
    );
    workbench = await Workbench.open(folder);
    await workbench.openNeurons();
    await workbench.tree.expand('explanations');
    await workbench.tree.expand('Layer 5');
    await workbench.tree.rows.filter({ hasText: 'median' }).nth(3).waitFor();
    await workbench.tree.click('131');
    await workbench.activeTab().filter({ hasText: '5:131' }).waitFor();
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('sea dir:2024');
    await workbench.palette.items.first().waitFor();
    await workbench.palette.widget.getByRole('button', { name: /^Pin Results/ }).click();
    await workbench.tree.row('Search Results').waitFor();
  });
  after(() => workbench.close());

  for (const width of [300, 200])
    for (const theme of ['dark', 'light', 'high-contrast'] as const)
      it(`is drawn ${width} pixels wide in ${theme}`, async () => {
        await workbench.setTheme(theme);
        await workbench.setSidebarWidth(width);
        await workbench.screenshot(`sidebar-${width}-${theme}`);
      });

  it('is drawn as a flat list, best first, with its choices', async () => {
    await workbench.setTheme('dark');
    await workbench.setSidebarWidth(300);
    await workbench.runCommand('Neuron Explanations: Sort Neurons…');
    await workbench.screenshot('sidebar-sort');
    await workbench.palette.pick('Flat List');
    await workbench.runCommand('Neuron Explanations: Sort Neurons…');
    await workbench.palette.pick('Score');
    await workbench.tree
      .row(/^\d+:\d+$/)
      .nth(5)
      .waitFor();
    await workbench.screenshot('sidebar-flat');
  });

  it('draws a filter with its terms and its counts', async () => {
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    await workbench.palette.type('score:>0.5 l');
    await workbench.palette.items.filter({ hasText: 'layer:3-8' }).waitFor();
    await workbench.screenshot('sidebar-filter-terms');
    await workbench.palette.type('score:>0.9');
    await workbench.palette.items.filter({ hasText: /\d+ of \d+ neurons/ }).waitFor();
    await workbench.screenshot('sidebar-filter');
    await workbench.palette.close();
  });

  it('draws words suggested by the search', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('famijkl');
    await workbench.palette.items.first().waitFor();
    await workbench.screenshot('search-suggestions');
    await workbench.palette.close();
  });
});
