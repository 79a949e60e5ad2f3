import assert from 'node:assert/strict';
import { join } from 'node:path';
import { converter, differenceEuclidean } from 'culori';
import { sharedOrSkip } from '../host/skip.ts';
import { explanationsOf, sequencesOf } from './file.ts';
import { NeuronView, type PaintedToken } from './neuronView.ts';
import { Workbench } from './workbench.ts';
import { Tree } from './workbench/tree.ts';

const background = 'rgb(31, 31, 31)';
const transparent = 'rgba(0, 0, 0, 0)';
const toOklab = converter('oklab');
const difference = differenceEuclidean('oklab');

/** How far a token's box stands out from the page. */
function strength({ fill }: PaintedToken): number {
  if (fill === transparent) return 0;
  return difference(toOklab(fill)!, toOklab(background)!);
}

/** Smaller values may be uncoloured. */
const surelyColoured = 0.3;

/** Colours show values: none for 0, stronger for larger values, different for each sign. */
function assertColoursTell(
  tokens: readonly PaintedToken[],
  values: readonly number[],
  largest = Math.max(...values.map(Math.abs)),
): void {
  assert.equal(tokens.length, values.length);
  const pairs = values.map((value, i) => ({ value, token: tokens[i]! }));
  for (const sign of [1, -1]) {
    const ofSign = pairs
      .filter(({ value }) => Math.sign(value) === sign)
      .sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
    for (const [i, { value, token }] of ofSign.entries()) {
      if (Math.abs(value) >= surelyColoured * largest)
        assert.notEqual(token.fill, transparent, `${token.text} (${value}) has no colour`);
      const weaker = ofSign[i - 1];
      if (!weaker) continue;
      assert.ok(
        strength(token) >= strength(weaker.token) - 1e-6,
        `${token.text} (${value}) is weaker than ${weaker.token.text} (${weaker.value})`,
      );
    }
  }
  for (const { value, token } of pairs) if (value === 0) assert.equal(token.fill, transparent);
  const fills = (sign: number) =>
    new Set(pairs.filter(({ value }) => Math.sign(value) === sign).map(({ token }) => token.fill));
  const shared = [...fills(1)].filter((fill) => fill !== transparent && fills(-1).has(fill));
  assert.deepEqual(shared, [], 'a colour stands for both signs');
  if (Math.max(...values) >= surelyColoured * largest)
    assert.ok(fills(1).size > 1, 'all positive values have one colour');
}

const explanationsIn = (folder: string, id: string) =>
  explanationsOf(join(folder, 'explanations', `${id}.jsonl`));

describe('browsing with the mouse', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });

  it('leads from the activity bar over a layer to a neuron', async () => {
    await workbench.runCommand('Explorer: Focus on Folders View');
    await workbench.sidebar().getByRole('tree', { name: 'Files Explorer' }).waitFor();
    await workbench.openNeurons();
    await workbench.tree.expand('Layer 5');
    await workbench.tree.clickBelow('Layer 5', '131');
    await view.shows(5, 131);
    assert.match(await view.chosen.innerText(), /members of a family/);
    assert.equal(await workbench.activeTab().innerText(), '5:131');
  });

  describe('shows a neuron', () => {
    before(async () => {
      await Workbench.samples();
      await view.open(5, 131);
    });

    it('with its explanations, best first, and their scores', async () => {
      const listed = await view.find('.pill .number').allInnerTexts();
      const inFile = explanationsIn(workbench.folder, '5/131');
      const scores = inFile.map((e) => e.scored_simulation.ev_correlation_score!.toFixed(2));
      assert.deepEqual(listed, scores);
    });

    it('with tokens painted by their actual activations', async () => {
      const sequences = sequencesOf(explanationsIn(workbench.folder, '5/131')[0]!);
      await view.setMode('Actual');
      for (const [i, { true_activations, simulation }] of sequences.slice(0, 4).entries()) {
        const tokens = await view.tokens(i);
        assert.equal(tokens.map(({ text }) => text).join(''), simulation.tokens.join(''));
        assertColoursTell(tokens, true_activations);
      }
    });

    it('with tokens painted by their simulated activations', async () => {
      const sequences = sequencesOf(explanationsIn(workbench.folder, '5/131')[0]!);
      await view.setMode('Simulated');
      for (const [i, { simulation }] of sequences.slice(0, 4).entries()) {
        assertColoursTell(await view.tokens(i), simulation.expected_activations);
      }
    });

    it('with both in the overlay: actual as the box, simulated as the bar below', async () => {
      const [sequence] = sequencesOf(explanationsIn(workbench.folder, '5/131')[0]!);
      await view.setMode('Simulated');
      const simulated = await view.tokens(0);
      await view.setMode('Overlay');
      const both = await view.tokens(0);
      assertColoursTell(both, sequence!.true_activations);
      for (const [i, { bar, text }] of both.entries()) assert.equal(bar, simulated[i]!.fill, text);
    });

    it('with a token’s numbers under the mouse', async () => {
      const [sequence] = sequencesOf(explanationsIn(workbench.folder, '5/131')[0]!);
      const { tokens, expected_activations } = sequence!.simulation;
      const actual = sequence!.true_activations;
      const strongest = actual.indexOf(Math.max(...actual));
      // The first event of a mouse in a page only says where it rests.
      await view.token(0, 0).hover();
      await view.token(0, strongest).hover();
      await view.card().waitFor();
      const card = await view.card().innerText();
      assert.ok(card.includes(tokens[strongest]!.trim()), card);
      assert.ok(card.includes(`${strongest + 1} of ${actual.length}`), card);
      assert.ok(card.includes(actual[strongest]!.toPrecision(3)), card);
      assert.ok(card.includes(expected_activations[strongest]!.toPrecision(3)), card);
    });

    it('and its file as text, and the neuron again', async () => {
      await workbench.page.getByRole('button', { name: 'Open JSON' }).first().click();
      await workbench.page.locator('.tab.active', { hasText: '131.jsonl' }).waitFor();
      await workbench.page.getByRole('button', { name: 'Open Neuron View' }).first().click();
      await view.shows(5, 131);
    });
  });

  describe('opens tabs', () => {
    beforeEach(async () => {
      await Workbench.samples();
      await view.open(5, 131);
    });

    it('and shows another neuron in the same one', async () => {
      await workbench.tree.click('742');
      await view.shows(5, 742);
      assert.deepEqual(await workbench.tabs().allInnerTexts(), ['5:742']);
    });

    it('of its own for a neuron, on a double click', async () => {
      await workbench.tree.row('847').dblclick();
      await view.shows(5, 847);
      await workbench.tree.click('17');
      await view.shows(5, 17);
      assert.deepEqual(await workbench.tabs().allInnerTexts(), ['5:847', '5:17']);
    });

    it('that stay, by the menu of the tree', async () => {
      await workbench.chooseFromMenu(workbench.tree.row('131'), 'Keep Open');
      await workbench.tree.click('17');
      await view.shows(5, 17);
      assert.deepEqual(await workbench.tabs().allInnerTexts(), ['5:131', '5:17']);
    });
  });

  it('opens the file of a neuron as an editor, from the Explorer', async () => {
    await Workbench.samples();
    await workbench.runCommand('Explorer: Focus on Folders View');
    const explorer = new Tree(workbench.page, 'Files Explorer');
    await explorer.expand('explanations');
    await explorer.expand('5');
    await workbench.chooseFromMenu(explorer.row('742.jsonl'), 'Open With...');
    await workbench.palette.pick('Neuron');
    await view.shows(5, 742);
    assert.match(await workbench.activeTab().innerText(), /742\s*\.jsonl/);
    await view.byRole('button', { name: 'Next Neuron' }).click();
    await view.shows(5, 847);
  });
});

describe('browsing real neurons of GPT-2 XL (needs shared/data)', () => {
  it('paints them by their numbers, and says that the simulation is on a scale of its own', async function () {
    const data = sharedOrSkip(this, 'data/gpt2-xl-paper');
    const workbench = await Workbench.scratch();
    const folder = workbench.put(data, 'gpt2-xl-paper');
    const view = new NeuronView(workbench);
    await view.open(14, 417);
    assert.match(await view.chosen.innerText(), /performing actions correctly/);
    const sequences = sequencesOf(explanationsIn(folder, '14/417')[0]!);
    const all = sequences.flatMap(({ true_activations }) => true_activations);
    const largest = Math.max(...all.map(Math.abs));
    for (const [i, { true_activations }] of sequences.entries()) {
      assertColoursTell(await view.tokens(i), true_activations, largest);
    }
    assert.match(await view.find('.legend').innerText(), /10/);
  });
});
