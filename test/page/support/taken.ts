import type { Requests } from '../../../src/neuron/contract/contract.ts';
import type { Asked } from '../../../src/panels/contract.ts';
import type { NeuronPage } from './neuronPage.ts';

interface Posted {
  readonly request?: Asked<Requests>;
}
declare const testing: { readonly posted: readonly Posted[] };

/** What the page gives the host to save, with the bytes of a PNG. */
export async function savedFigure(page: NeuronPage): Promise<string | Uint8Array> {
  await page.page.waitForFunction(() =>
    testing.posted.some(({ request }) => request?.name === 'saveFigure'),
  );
  const content = await page.page.evaluate(() => {
    const [saved = ''] = testing.posted
      .flatMap(({ request }) =>
        request?.name === 'saveFigure' ? request.argument.figure.content : [],
      )
      .slice(-1);
    return typeof saved === 'string' ? saved : [...saved];
  });
  return typeof content === 'string' ? content : Uint8Array.from(content);
}
