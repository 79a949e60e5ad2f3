import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { sharedOrSkip } from '../host/skip.ts';
import { hueOf, isHatched, looksOf, strength, transparent } from './support/looks.ts';
import { neuronPages } from './support/neuronPage.ts';
import { readNeuron } from './support/real.ts';
import { themes } from './support/themes.ts';

describe('real neurons (needs shared/data)', () => {
  const pages = neuronPages();

  it('are drawn completely, each token by its value', async function () {
    const folder = sharedOrSkip(this, 'data');
    // One of each layer.
    const layers = globSync(join(folder, '*/explanations/*')).sort();
    const files = layers.flatMap((layer) => globSync(join(layer, '*.jsonl')).sort().slice(0, 1));
    assert.ok(files.length >= 9);
    const page = await pages.open();
    const background = themes.dark.variables['editor-background']!;
    for (const file of files) {
      const neuron = readNeuron(file);
      await page.show(neuron, { pageSize: 1000 });
      const best = neuron.document.explanations[0]!.index;
      const sequences = neuron.sequences.get(best)!;
      const values = sequences.flatMap(({ actual }) => [...actual]);
      const text = sequences.flatMap(({ tokens }) => tokens);
      assert.deepEqual(await page.page.locator('.t').allTextContents(), text);
      const looks = await looksOf(page);
      const dead = new Set(values).size === 1;
      const { simulatedUnits } = neuron.document.explanations[0]!.scale;
      const sameScale =
        simulatedUnits === 'neuron' ? sequences.flatMap((it) => [...it.simulated]) : [];
      const quiet = Math.max(...[...values, ...sameScale].map(Math.abs)) / 10;
      const known: [magnitude: number, strength: number][] = [];
      for (const [i, look] of looks.entries()) {
        const value = values[i]!;
        assert.equal(
          look.background === transparent,
          dead || Math.abs(value) < quiet,
          `${file} ${i}: ${value}`,
        );
        assert.ok(!isHatched(look));
        if (look.background === transparent) continue;
        known.push([Math.abs(value), strength(look.background, background)]);
        if (Math.abs(value) > 1)
          assert.ok(value > 0 === Math.abs(hueOf(look.background) - 160) < 40);
      }
      known.sort(([a], [b]) => a - b);
      for (let i = 1; i < known.length; i++) {
        assert.ok(
          known[i]![1] > known[i - 1]![1] - 0.02,
          `${file}: ${String(known[i])} < ${String(known[i - 1])}`,
        );
      }
    }
  });
});
