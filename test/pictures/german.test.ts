import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { NeuronView } from '../ui/neuronView.ts';
import { Workbench } from '../ui/workbench.ts';

/** Pictures to look at, in `out/screenshots`. VS Code itself is in English. */
describe('the extension in German, in pictures', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    const folder = join(temporaryFolder().path, 'samples');
    copyFolder(join(root, 'samples'), folder);
    workbench = await Workbench.open(folder, { language: 'de' });
    view = new NeuronView(workbench);
    await workbench.openNeurons();
  });
  after(() => workbench.close());

  it('draws tree and neuron', async () => {
    await view.open(5, 131);
    await view.byRole('button', { name: 'Nächstes Neuron' }).waitFor();
    await view.token(0, 5).hover();
    await workbench.screenshot('german-neuron');
    await view.choose('Token einfärben nach', 'Differenz');
    await view.find('.analysis').scrollIntoViewIfNeeded();
    await workbench.page.setViewportSize({ width: 800, height: 800 });
    await workbench.screenshot('german-narrow');
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('draws the overview', async () => {
    await workbench.runCommand('Neuron Explanations: Übersicht öffnen');
    await workbench.webview().getByText('Beste Scores nach Layer').waitFor();
    await workbench.webview().getByRole('grid').waitFor();
    await workbench.screenshot('german-overview');
  });

  it('draws a comparison', async () => {
    await view.open(5, 17);
    await view.byRole('button', { name: 'Erklärungen vergleichen' }).click();
    await workbench.webview().getByRole('button', { name: 'Seiten tauschen' }).waitFor();
    await workbench.screenshot('german-comparison');
  });

  it('draws the choices of an order', async () => {
    await workbench.runCommand('Neuron Explanations: Neuronen sortieren…');
    await workbench.palette.item('Flache Liste').waitFor();
    await workbench.screenshot('german-sort');
    await workbench.palette.close();
  });

  it('draws the search', async () => {
    await workbench.runCommand('Neuron Explanations: Erklärungen durchsuchen…');
    await workbench.page.keyboard.type('sea');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('german-search');
  });
});
