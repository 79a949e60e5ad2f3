import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

describe('VS Code with the extension', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.samples();
  });

  it('has its view in the activity bar', async () => {
    await workbench.openNeurons();
    await workbench.screenshot('workbench');
  });

  it('has its commands in the palette', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.palette.type('>Neuron Explanations: ');
    await workbench.palette.items.first().waitFor();
    assert.notEqual(await workbench.palette.items.count(), 0);
    await workbench.palette.close();
  });
});
