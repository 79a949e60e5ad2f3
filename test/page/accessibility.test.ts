import assert from 'node:assert/strict';
import { violations } from './support/axe.ts';
import { failure, showMessage } from './support/messages.ts';
import { gapsNeuron, manyExplanations, oddNeuron, someProblems } from './support/made.ts';
import { modeNames, neuronPages } from './support/neuronPage.ts';
import { serveParts } from './support/served.ts';
import { allThemes, themes } from './support/themes.ts';

describe('the page for everyone', () => {
  const pages = neuronPages();

  for (const theme of allThemes) {
    // But for contrast, a theme and a mode change nothing that axe-core looks at.
    const contrast = { runOnly: ['color-contrast'] };
    const options = theme === themes.dark ? {} : contrast;

    it(`has no axe-core violations: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      assert.deepEqual(await violations(page, options), [], 'waiting');
      const many = manyExplanations(7);
      const document = { ...many.document, problems: someProblems, moreProblems: 3 };
      const neurons = { gaps: gapsNeuron(), odd: oddNeuron(), many: { ...many, document } };
      for (const [name, neuron] of Object.entries(neurons)) {
        await page.show(neuron);
        await page.token(1).click();
        assert.deepEqual(await violations(page, options), [], name);
        await page.page.keyboard.press('Escape');
      }
      for (const neuron of [neurons.gaps, neurons.odd]) {
        await page.show(neuron);
        for (const mode of modeNames) {
          await page.setMode(mode);
          assert.deepEqual(
            await violations(page, contrast),
            [],
            `${neuron.document.title}, ${mode}`,
          );
        }
      }
      const before = { simulated: [1, 5, 9], scale: 'simulated_normalized_activations' };
      const tokens = Array.from({ length: 40 }, (_, i) => ` w${i}`);
      const sequence = {
        tokens,
        actual: tokens.map((_, i) => (i === 19 ? 4 : 0)),
        simulated: [0, 1, 4],
      };
      await serveParts(page, [{ sequences: [{ ...sequence, uncalibrated: before }] }]);
      await page.choose('Scale', 'Scale: each sequence');
      await page.choose('Simulation', 'Uncalibrated');
      await page.choose('Tokens around peaks', '5 tokens around peaks');
      await page.find('w1');
      await page.page.getByRole('textbox', { name: 'Find in tokens' }).press('Enter');
      await page.token(19).click();
      await page.card.locator('.histogram').waitFor();
      assert.ok((await page.page.locator('.fold').count()) > 0);
      assert.deepEqual(await violations(page, options), [], 'all that can be chosen');
      await page.choose('Scale', 'Scale: locked');
      await page.find('nowhere');
      assert.deepEqual(await violations(page, options), [], 'locked, nothing found');
      page.host = () => ({ error: 'no' });
      await page.page.getByRole('button', { name: 'Next Neuron' }).click();
      await page.page.getByRole('alert').waitFor();
      assert.deepEqual(await violations(page, options), [], 'notice');
      await page.send(showMessage(failure(), null));
      assert.deepEqual(await violations(page, options), [], 'failure');
    });
  }

  it('reads as a document: headings, lists, and the sequences as plain text', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(2));
    const tree = await page.page.locator('body').ariaSnapshot();
    assert.match(tree, /- heading "5:131 references to the sea, ships, and sailing" \[level=1\]/);
    assert.match(tree, /- heading "Sequences 3" \[level=2\]/);
    assert.match(
      tree,
      /- radio "EV correlation 0\.77 references to the sea, ships, and sailing" \[checked\]/,
    );
    assert.match(
      tree,
      /- listitem: "Sequence 1 EV correlation of this sequence: 0\.73\. Strongest activations: “no” 2\.00, “\.” 1\.99, “anchor” 1\.97\. The sea was calm, and the ships lay/,
    );
    assert.match(tree, /- combobox "Colour tokens by"/);
    assert.match(
      tree,
      /- button "EV correlation 0\.77\. A score does not match the stored tokens\. .*\."/,
    );
  });

  it('has one order of tab stops, each visible', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(2));
    const stops: string[] = [];
    while (stops.at(-1) !== 'end' && stops.length < 100) {
      await page.page.keyboard.press('Tab');
      stops.push(
        await page.page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          if (element === document.body) return 'end';
          const drawn = element.matches('.sr-only') ? element.parentElement! : element;
          const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
          const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          if (element.matches('.miss')) return ring ? 'a miss' : 'a miss (no ring)';
          const chosen = element instanceof HTMLSelectElement && element.selectedOptions[0]?.text;
          const name =
            (chosen || element.getAttribute('aria-label')) ??
            drawn.innerText.trim().split('\n')[0]!;
          return ring ? name : `${name} (no ring)`;
        }),
      );
    }
    assert.deepEqual(stops, [
      'EV correlation 0.77. A score does not match the stored tokens. R² 0.50, Abs. dev. −0.01.',
      'Right',
      'Partly Right',
      'Wrong',
      'Star Neuron',
      'Add Note…',
      'Keep Open',
      'Previous Neuron',
      'Next Neuron',
      'EV correlation',
      'Compare Explanations',
      'Overlay',
      'As stored',
      'All tokens',
      'Scale: neuron',
      'Spaces: boundary',
      'Find in Tokens',
      'The',
      'Resize Analysis',
      'Hide Analysis',
      'Highlight tokens in range',
      'Previous Miss (Shift+F8)',
      'Next Miss (F8)',
      'All (99)',
      ...Array.from({ length: 8 }, () => 'a miss'),
      'Show 91 more',
      'Show 12 more',
      'end',
    ]);
  });

  it('has no animation with reduced motion', async () => {
    const page = await pages.open({
      theme: { ...allThemes[0]!, classes: 'vscode-dark vscode-reduce-motion' },
    });
    const animation = await page.page
      .locator('.progress')
      .evaluate((element) => getComputedStyle(element, '::before').animationName);
    assert.equal(animation, 'none');
  });
});
