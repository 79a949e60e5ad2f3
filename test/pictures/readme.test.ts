import { NeuronView } from '../ui/neuronView.ts';
import { Workbench } from '../ui/workbench.ts';

/** The pictures of README.md, in `out/screenshots`; the ones in use are in `media/readme`. */
describe("the README's pictures", () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 131);
  });

  it('show a neuron', async () => {
    await view.find('.analysis .plot circle').first().waitFor();
    await workbench.screenshot('readme-neuron-view');
  });

  it('show a comparison', async () => {
    await workbench.runCommand('Neuron Explanations: Compare Explanations');
    await view.byRole('button', { name: 'Swap Sides' }).waitFor();
    await view.find('[data-token]').first().waitFor();
    await workbench.screenshot('readme-comparison');
  });

  it('show an overview', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('explanations'), 'Open Overview');
    await view.find('h1:text-is("Overview of explanations")').waitFor();
    await view.byRole('grid').waitFor();
    // Away from the tree, whose rows show buttons below the pointer.
    await workbench.page.mouse.move(700, 790);
    await workbench.screenshot('readme-overview');
  });
});
