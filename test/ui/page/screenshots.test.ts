import { failure, showMessage } from './support/messages.ts';
import { gapsNeuron, manyExplanations, oddNeuron, someProblems } from './support/made.ts';
import { neuronPages } from './support/neuron-page.ts';
import { readNeuron } from './support/real.ts';
import { allThemes } from './support/themes.ts';
import { sharedOrSkip } from '../../host/skip.ts';

/** Pictures to look at, in `out/screenshots`; what must hold of them is in the other tests. */
describe('the page, in pictures', function () {
  const pages = neuronPages();

  for (const theme of allThemes) {
    it(`draws real neurons wide and narrow, with a card: ${theme.name}`, async function () {
      const wide = sharedOrSkip(this, 'data/reference-run/explanations/5/17.jsonl');
      const narrow = sharedOrSkip(this, 'data/gpt2-xl-paper/explanations/6/3251.jsonl');
      const page = await pages.open({ theme, width: 1180, height: 1000 });
      await page.show(readNeuron(wide));
      await page.token(6).hover();
      await page.screenshot(`wide-${theme.name}`, false);
      const small = await pages.open({ theme, width: 360, height: 900 });
      await small.show(readNeuron(narrow));
      await small.token(25).hover();
      await small.screenshot(`narrow-${theme.name}`, false);
    });

    it(`draws odd tokens, gaps, explanations, problems, a failure: ${theme.name}`, async () => {
      const page = await pages.open({ theme, width: 800, height: 700 });
      await page.show(oddNeuron());
      await page.token(12).click();
      await page.screenshot(`odd-${theme.name}`);
      await page.show(gapsNeuron());
      await page.token(5).hover();
      await page.screenshot(`gaps-${theme.name}`);
      const many = manyExplanations(7);
      const problems = { problems: someProblems, moreProblems: 2, uri: 'file:///many' };
      await page.show({ ...many, document: { ...many.document, ...problems } });
      await page.screenshot(`many-${theme.name}`);
      await page.send(showMessage(failure(), null));
      await page.screenshot(`failure-${theme.name}`, false);
    });
  }
});
