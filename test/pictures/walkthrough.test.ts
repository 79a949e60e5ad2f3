import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out } from '../host/paths.ts';
import { NeuronView } from '../ui/neuronView.ts';
import type { Theme } from '../ui/workbench/themes.ts';
import { Workbench } from '../ui/workbench.ts';

const size = { width: 960, height: 600 };
/** Without VS Code's own title and status bar. */
const folder = join(out, 'screenshots', 'walkthrough');
const clip = { x: 0, y: 36, width: 960, height: 532 };

/**
 * The pictures of the walkthrough, in `out/screenshots/walkthrough`. Those in use are in
 * `media/walkthrough`.
 */
describe("the walkthrough's pictures", () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await workbench.page.setViewportSize(size);
    mkdirSync(folder, { recursive: true });
  });
  after(async () => {
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
    await workbench.setTheme('dark');
  });

  for (const theme of ['dark', 'light'] as const satisfies readonly Theme[])
    it(`are taken in ${theme}`, async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.setTheme(theme);
      const take = async (step: string) => {
        // Away from rows and tokens, which show more below the pointer.
        await workbench.page.mouse.move(size.width - 5, size.height - 5);
        const session = await workbench.page.context().newCDPSession(workbench.page);
        // As PNG, they would be a third of the extension.
        const taken = { format: 'webp', quality: 80, clip: { ...clip, scale: 1 } } as const;
        const { data } = await session.send('Page.captureScreenshot', taken);
        await session.detach();
        writeFileSync(join(folder, `${step}-${theme}.webp`), Buffer.from(data, 'base64'));
      };
      await workbench.openNeurons();
      await workbench.tree.collapseLayers();
      await view.open(5, 131);
      await take('open');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await take('read');
      await workbench.runCommand('Neuron Explanations: Search Explanations…');
      await workbench.palette.type('sea');
      // Not those that were listed before it was typed.
      await workbench.palette.items
        .first()
        .filter({ hasText: /\bsea\b/ })
        .waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await view.find('[data-token]').first().waitFor();
      await take('search');
      await workbench.palette.close();
      await workbench.runCommand('Neuron Explanations: Open Overview');
      await view.byRole('grid').waitFor();
      await take('overview');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    });
});
