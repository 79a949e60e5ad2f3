import { NeuronView } from './neuronView.ts';
import { themes, type Theme } from './workbench/themes.ts';
import { Workbench } from './workbench.ts';

/** Pictures to look at, in `out/screenshots`: what must hold of them is in the other tests. */
describe('the tree and the neuron view, in pictures', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.start({ viewport: { width: 1360, height: 860 } });
    view = new NeuronView(workbench);
    await workbench.openNeurons();
    await workbench.tree.expand('Layer 5');
    await workbench.tree.click('131');
    await view.shows(5, 131);
  });
  after(() => workbench?.stop());

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`are taken in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await view.shows(5, 131);
      await workbench.screenshot(`neuron-${theme}`);
    });
  }
});
