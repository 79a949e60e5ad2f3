import { ensureViews, usualNeurons } from '../data/views.ts';
import type { Measure } from '../measure.ts';
import { BenchWindow, took } from './benchWindow.ts';

/** From a click or a key until tokens are painted, in the VS Code that the tests use. */
export const viewMeasures: readonly Measure[] = [
  {
    name: 'neuron by a click',
    unit: 'ms',
    must: 0.3,
    aim: 0.15,
    prepare: async () => {
      const window = await openWindow();
      let next = 0;
      return {
        sample: async () => {
          await window.show('Neurons');
          // The panel is open, and in front.
          await openNeuron(window, 0, next++ % usualNeurons);
          const neuron = next++ % usualNeurons;
          const row = window.row('Neurons', String(neuron));
          return paintedNeuron(window, neuron, () => row.click());
        },
        peer: textEditor(window),
        close: () => window.close(),
      };
    },
  },
  {
    name: 'first neuron of a window',
    unit: 'ms',
    must: 1.9,
    aim: 1.6,
    prepare: async () => {
      const window = await openWindow();
      let next = 0;
      return {
        sample: async () => {
          await window.show('Neurons');
          await window.closeEditors();
          const row = window.row('Neurons', String(next++ % usualNeurons));
          await row.waitFor();
          return window.untilFirstPainted(() => row.click());
        },
        peer: {
          name: 'a web page of one line',
          sample: async () => {
            await window.show('Bare');
            await window.closeEditors();
            const item = window.row('Bare Page', 'Open the page');
            await item.waitFor();
            return window.untilFirstPainted(() => item.click());
          },
        },
        close: () => window.close(),
      };
    },
  },
  {
    name: 'next neuron by a key',
    unit: 'ms',
    must: 0.3,
    aim: 0.15,
    prepare: async () => {
      const window = await openWindow();
      let shown = -1;
      return {
        sample: async () => {
          await window.show('Neurons');
          shown = (shown + 1) % (usualNeurons - 1);
          await openNeuron(window, 0, shown);
          await window.focusPage();
          const press = () => window.page.keyboard.press('Alt+ArrowDown');
          return paintedNeuron(window, shown + 1, press);
        },
        peer: textEditor(window),
        close: () => window.close(),
      };
    },
  },
  {
    name: 'neuron of 1,000 sequences',
    unit: 'ms',
    must: 6,
    aim: 3,
    prepare: async () => {
      const window = await openWindow('Layer 1');
      return {
        sample: () => openNeuron(window, 1, 0),
        peer: { name: 'a neuron of 10 × 64 tokens', sample: () => openNeuron(window, 1, 1) },
        close: () => window.close(),
      };
    },
  },
];

/** A window with a layer opened, its neurons read, and a neuron that has been shown. */
async function openWindow(layer = 'Layer 0'): Promise<BenchWindow> {
  const window = await BenchWindow.open(ensureViews());
  await window.show('Neurons');
  const row = window.row('Neurons', layer);
  await row.waitFor();
  await window.page
    .getByText(`${usualNeurons + 2} neurons`, { exact: true })
    .first()
    .waitFor();
  await row.locator('.monaco-tl-twistie').click();
  await openNeuron(window, layer === 'Layer 0' ? 0 : 1, layer === 'Layer 0' ? 2 : 1);
  return window;
}

export async function openNeuron(
  window: BenchWindow,
  layer: number,
  neuron: number,
): Promise<number> {
  const row = window.row('Neurons', String(neuron));
  await row.waitFor();
  return took(async () => {
    await row.click();
    await window.painted(layer, neuron);
  });
}

/** Until another neuron of layer 0 is painted in the page that is in front. */
export async function paintedNeuron(
  window: BenchWindow,
  neuron: number,
  act: () => Promise<unknown>,
): Promise<number> {
  const heading = `0:${neuron}`;
  const to = await window.frame();
  return window.untilPainted(act, { to, selector: '[data-token]', heading });
}

/** The same files as text, one after another in a preview. */
function textEditor(window: BenchWindow) {
  let next = 0;
  return {
    name: 'VS Code’s text editor with the same file',
    sample: async () => {
      await window.show('Explorer');
      const files = window.page.locator('.explorer-folders-view').getByRole('treeitem');
      const name = `${next++ % usualNeurons}.jsonl`;
      const file = files.and(window.page.getByLabel(name, { exact: true }));
      if ((await file.count()) === 0) {
        const folder = files.and(window.page.getByLabel('0', { exact: true }));
        if ((await folder.getAttribute('aria-expanded')) !== 'true') await folder.click();
        await file.waitFor();
      }
      const selector = `.monaco-editor[data-uri$="/0/${name}"] .view-line span span`;
      return window.untilPainted(() => file.click(), { to: window.page.mainFrame(), selector });
    },
  };
}
