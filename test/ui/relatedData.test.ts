import { sharedOrSkip } from '../host/skip.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('what lies beside a real neuron, in the editor (needs shared/data)', () => {
  it('is shown when asked for, and leads to its neighbours', async function () {
    const run = sharedOrSkip(this, 'data/reference-run');
    const workbench = await Workbench.scratch();
    const view = new NeuronView(workbench);
    workbench.put(run, 'run');
    await view.open(5, 5820);
    await view.find('.analysis', { hasText: /activations in \d+ activation records/ }).waitFor();
    await view.byRole('tab', { name: 'Records' }).click();
    await view.find('.related-data [data-sequence="0"] [data-token]').first().waitFor();
    await view.byRole('tab', { name: 'Tokens' }).click();
    await view.find('.values .t').first().waitFor();
    await view.byRole('tab', { name: 'Weights' }).click();
    await view.byRole('table').nth(3).waitFor();
    await view.byRole('tab', { name: 'Connected' }).click();
    await view.byRole('button', { name: '11:2602' }).first().click();
    await view.find('.neuron-id:text-is("11:2602")').waitFor();
    await view.byRole('button', { name: '5:5820' }).first().waitFor();
  });
});
