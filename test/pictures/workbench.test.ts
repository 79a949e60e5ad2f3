import { NeuronView } from '../ui/neuronView.ts';
import { themes, type Theme } from '../ui/workbench/themes.ts';
import { Workbench } from '../ui/workbench.ts';

/** Pictures to look at, in `out/screenshots`: what must hold of them is in the other tests. */
describe('the tree and the neuron view, in pictures', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 131);
  });
  after(() => workbench.setTheme('dark'));

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`are taken in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await view.shows(5, 131);
      await workbench.screenshot(`neuron-${theme}`);
    });
  }
});
