import { sharedOrSkip } from '../host/skip.ts';
import { neuronPages } from '../page/support/neuronPage.ts';
import { readNeuron } from '../page/support/real.ts';
import { readSiblingData, showWith } from '../page/support/siblings.ts';
import { themes } from '../page/support/themes.ts';

/** Pictures to look at, in `out/screenshots`. */
describe('what lies beside a neuron, in pictures', () => {
  const pages = neuronPages();

  it('draws real records, tokens and connections, wide and narrow (needs shared/data)', async function () {
    const run = sharedOrSkip(this, 'data/reference-run');
    const file = (folder: string) => `${run}/${folder}/5/5820.json`;
    const siblings = [
      readSiblingData('records', file('collated-activations')),
      readSiblingData('tokensByActivation', file('related-tokens/activation-based')),
      readSiblingData('tokensByWeight', file('related-tokens/weight-based')),
      readSiblingData('connections', file('related-neurons/weight-based')),
    ];
    for (const [name, width, theme] of [
      ['wide', 1100, themes.dark],
      ['narrow', 400, themes.light],
    ] as const) {
      const page = await pages.open({ width, height: 900, theme });
      await showWith(page, readNeuron(`${run}/explanations/5/5820.jsonl`), siblings, [
        'neurons/5/5820.json',
      ]);
      await page.screenshot(`siblings-${name}-sequences`, false);
      for (const tab of ['Records', 'Tokens', 'Weights', 'Connected']) {
        await page.page.getByRole('tab', { name: tab }).click();
        await page.settle();
        await page.screenshot(`siblings-${name}-${tab.replaceAll(' ', '-')}`, false);
      }
    }
  });
});
