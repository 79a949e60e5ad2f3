import assert from 'node:assert/strict';
import { join } from 'node:path';
import { explanationsOf, sequencesOf } from './file.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';
import { Tree } from './workbench/tree.ts';

/** The places of the tokens on which a calibrated explanation is farthest off, worst first. */
function worstOf(path: string): { place: number; token: number; text: string }[] {
  return sequencesOf(explanationsOf(path)[0]!)
    .flatMap(({ simulation, true_activations: actual }, place) =>
      simulation.tokens.map((text, token) => ({
        place,
        token,
        text,
        error: Math.abs(simulation.expected_activations[token]! - actual[token]!),
      })),
    )
    .sort((a, b) => b.error - a.error);
}

describe('judging an explanation', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const arrives = ({ place, token }: { place: number; token: number }) =>
    view.find(`.sequence[data-sequence="${place}"] [data-token="${token}"]:focus`).waitFor();

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });

  it('draws the plots, from a script of their own', async () => {
    await view.open(5, 742);
    await view.find('.analysis .plot svg').first().waitFor();
    assert.ok((await view.find('.analysis .plot circle').count()) > 20);
    assert.match(await view.find('.analysis').innerText(), /640 tokens\. Dashed: actual = /);
  });

  it('goes through the misses by F8 and Shift+F8 in a panel', async () => {
    await view.open(5, 131);
    await view.find('.misses tbody tr').first().waitFor();
    await view.focus();
    const worst = worstOf(join(workbench.folder, 'explanations/5/131.jsonl'));
    await press('F8');
    await arrives(worst[0]!);
    await press('F8');
    await arrives(worst[1]!);
    await press('Shift+F8');
    await arrives(worst[0]!);
    assert.equal(await view.find('.miss-current').count(), 1);
    await workbench.screenshot('analysis');
  });

  it('does not move the page within the editor on the way to a miss', async () => {
    await workbench.runCommand('View: Close All Editors');
    await view.open(5, 131);
    await view.find('.misses tbody tr').first().waitFor();
    await view.focus();
    const frame = workbench.page.locator('iframe.webview.ready').filter({ visible: true });
    const place = await frame.boundingBox();
    const [worst] = worstOf(join(workbench.folder, 'explanations/5/131.jsonl'));
    await press('F8');
    await arrives(worst!);
    assert.deepEqual(await frame.boundingBox(), place);
  });

  it('shows the card of a miss beside its line, also if the focus is elsewhere', async () => {
    const worst = worstOf(join(workbench.folder, 'explanations/5/131.jsonl'));
    await workbench.runCommand('View: Close All Editors');
    await view.open(5, 131);
    await view.find('.misses tbody tr').first().waitFor();
    await workbench.runCommand('Explorer: Focus on Folders View');
    for (const { place, token } of worst.slice(0, 2)) {
      await workbench.runCommand('Neuron Explanations: Next Miss');
      await view
        .card()
        .filter({ hasText: `token ${token + 1} of` })
        .waitFor();
      const at = (await view.token(place, token).boundingBox())!;
      const card = (await view.card().boundingBox())!;
      assert.ok(card.y + card.height <= at.y || card.y >= at.y + at.height);
    }
  });

  it('goes through the misses in the editor, by key and by command', async () => {
    await workbench.runCommand('Explorer: Focus on Folders View');
    const worst = worstOf(join(workbench.folder, 'explanations/5/742.jsonl'));
    const explorer = new Tree(workbench.page, 'Files Explorer');
    await explorer.expand('explanations');
    await explorer.expand('5');
    await workbench.chooseFromMenu(explorer.row('742.jsonl'), 'Open With...');
    await workbench.palette.pick('Neuron');
    await view.shows(5, 742);
    await view.find('.misses tbody tr').first().waitFor();
    await view.focus();
    await press('F8');
    await arrives(worst[0]!);
    await workbench.runCommand('Neuron Explanations: Next Miss');
    await arrives(worst[1]!);
  });
});
