import { ensureViews } from '../data/views.ts';
import type { Measure } from '../measure.ts';
import { BenchWindow } from './benchWindow.ts';

/** A step of a wheel that is turned fast, in pixels, and how many of them. */
const step = 400;
const turns = 150;
/** A frame that takes longer, in milliseconds, is seen as a stop. */
const longFrame = 50;

/** What a neuron of 1,000 sequences of 128 tokens costs once it is open. */
export const largeMeasures: readonly Measure[] = [
  {
    name: 'scrolling through 1,000 sequences',
    unit: '%',
    must: 2,
    aim: 0,
    runs: 3,
    warmUps: 0,
    prepare: async () => {
      const window = await openWindow();
      return {
        sample: async () => {
          await window.closeEditors();
          await openLarge(window);
          const frames = await window.framesWhile(() => scroll(window));
          // Frames follow the screen's clock: three of its ticks are about 50 ms.
          const long = frames.filter((time) => Math.round(time) > longFrame);
          return (100 * long.length) / frames.length;
        },
        close: () => window.close(),
      };
    },
  },
  {
    name: 'memory for 1,000 sequences',
    unit: 'MB',
    must: 250,
    aim: 120,
    runs: 1,
    warmUps: 0,
    prepare: async () => {
      const window = await openWindow();
      return {
        // Above the page of one line, in its place before.
        sample: async () => {
          await window.show('Bare');
          await window.closeEditors();
          await window.row('Bare Page', 'Open the page').click();
          await window.webview('#bare').waitFor();
          const empty = await window.memory();
          await window.show('Neurons');
          await window.closeEditors();
          await openLarge(window);
          await loadAll(window);
          return (await window.memory()) - empty;
        },
        close: () => window.close(),
      };
    },
  },
];

async function openWindow(): Promise<BenchWindow> {
  const window = await BenchWindow.open(ensureViews());
  await window.show('Neurons');
  const row = window.row('Neurons', 'Layer 1');
  await row.waitFor();
  await row.locator('.monaco-tl-twistie').click();
  return window;
}

async function openLarge(window: BenchWindow): Promise<void> {
  await window.row('Neurons', '0').last().click();
  await window.painted(1, 0);
}

/** Turns the wheel as fast as the page takes it, through some hundred sequences. */
async function scroll(window: BenchWindow): Promise<void> {
  await window.webview('.tokens').first().hover();
  for (let turned = 0; turned < turns; turned++) await window.page.mouse.wheel(0, step);
}

/** Goes to the end until there is no other. */
async function loadAll(window: BenchWindow): Promise<void> {
  const frame = await window.frame();
  const last = frame.locator('.sequence-number', { hasText: /1,000$/ });
  for (let jumps = 0; (await last.count()) === 0; jumps++) {
    if (jumps > 500) throw new Error('The last sequence has not come');
    await frame.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await window.page.waitForTimeout(50);
  }
}
