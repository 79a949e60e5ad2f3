import type { NeuronPage } from './neuronPage.ts';

interface Posted {
  readonly request?: { readonly type: string; readonly content?: string | Uint8Array };
}
declare const testing: { readonly posted: readonly Posted[] };

/** What the page gives the host to save, with the bytes of a PNG. */
export async function savedFigure(page: NeuronPage): Promise<string | Uint8Array> {
  await page.page.waitForFunction(() =>
    testing.posted.some(({ request }) => request?.type === 'saveFigure'),
  );
  const content = await page.page.evaluate(() => {
    const found = testing.posted.findLast(({ request }) => request?.type === 'saveFigure');
    const { content: saved = '' } = found?.request ?? {};
    return typeof saved === 'string' ? saved : [...saved];
  });
  return typeof content === 'string' ? content : Uint8Array.from(content);
}
