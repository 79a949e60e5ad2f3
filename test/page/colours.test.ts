import assert from 'node:assert/strict';
import { gapsNeuron } from './support/made.ts';
import { oneSequence } from './support/messages.ts';
import {
  barOf,
  colourBlind,
  contrastOf,
  hueOf,
  isDotted,
  isHatched,
  looksOf,
  markContrast,
  strength,
  transparent,
} from './support/looks.ts';
import { neuronPages } from './support/neuronPage.ts';
import { allThemes, themes } from './support/themes.ts';

/** From −4 to 4 in quarters; the simulation runs the other way, half as strong. */
const quarters = Array.from({ length: 33 }, (_, i) => (i - 16) / 4);
/** A tenth of the scale, which both share, and more. */
const isSimulatedColoured = (actual: number) => Math.abs(actual / 2) >= 0.4;
const ramps = oneSequence({
  tokens: quarters.map((value) => ` ${value}`),
  actual: quarters,
  simulated: quarters.map((value) => -value / 2),
});
const zero = 16;
/** Before 0.5, actual values are below a tenth of the scale and uncoloured. */
const first = 2;

describe('the colours of tokens', () => {
  const pages = neuronPages();

  const grows = (colours: string[], background: string) => {
    const strengths = colours.map((colour) => strength(colour, background));
    for (let i = 1; i < strengths.length; i++) {
      assert.ok(strengths[i]! > strengths[i - 1]! - 1e-3, `${colours[i]} after ${colours[i - 1]}`);
    }
    assert.ok(strengths.at(-1)! > 0.3);
  };

  for (const theme of allThemes) {
    const background = theme.variables['editor-background']!;

    it(`grow with the actual value, with a hue per sign and none for zero: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      await page.show(ramps);
      const looks = await looksOf(page);
      for (const look of looks.slice(zero + 1 - first, zero + first))
        assert.equal(look.background, transparent);
      assert.equal(barOf(looks[zero]!), null);
      const positive = looks.slice(zero + first).map((look) => look.background);
      const negative = looks
        .slice(0, zero + 1 - first)
        .reverse()
        .map((look) => look.background);
      assert.ok(!positive.includes(transparent) && !negative.includes(transparent));
      grows(positive, background);
      grows(negative, background);
      assert.ok(Math.abs(hueOf(positive.at(-1)!) - hueOf(negative.at(-1)!)) > 60);
    });

    it(`keep the text at 4.5:1 on every step, in every mode: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      for (const neuron of [ramps, gapsNeuron()]) {
        await page.show(neuron);
        for (const mode of ['Overlay', 'Actual', 'Simulated'] as const) {
          await page.setMode(mode);
          for (const look of await looksOf(page)) {
            const contrast = contrastOf(look, background);
            assert.ok(contrast >= 4.5, `${look.colour} on ${look.background}: ${contrast}`);
          }
        }
      }
    });
  }

  it('are even, and differ by sign, for colour-blind readers', async () => {
    const page = await pages.open();
    await page.show(ramps);
    for (const theme of allThemes) {
      await page.setTheme(theme);
      await page.settle();
      const looks = await looksOf(page);
      const bars = looks.map((look) => barOf(look) ?? transparent);
      const fills = looks.map((look) => look.background);
      for (const [blindness, seen] of Object.entries(colourBlind)) {
        for (const [quantity, colours] of Object.entries({ fills, bars })) {
          const steps = (all: string[]) =>
            [...new Set(all)].filter((colour) => colour !== transparent).map(seen);
          const positive = steps(colours.slice(zero + 1));
          const negative = steps(colours.slice(0, zero).reverse());
          const where = `${quantity} in ${theme.name} with ${blindness}`;
          for (const ramp of [positive, negative]) {
            const gaps = ramp.slice(1).map((colour, i) => strength(colour, ramp[i]!));
            const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
            for (const gap of gaps) assert.ok(gap <= 2 * mean, `${where}: ${gap} is not ${mean}`);
          }
          const apart = strength(positive.at(-1)!, negative.at(-1)!);
          assert.ok(apart > 0.12, `${where}: ${apart}`);
        }
      }
    }
  });

  it('keep marks of white space at 2:1 on every step', async () => {
    const page = await pages.open();
    await page.show(
      oneSequence({ tokens: quarters.map(() => ' '), actual: quarters, simulated: quarters }),
    );
    for (const theme of allThemes) {
      await page.setTheme(theme);
      await page.settle();
      for (const look of await looksOf(page)) {
        const contrast = markContrast(look, theme.variables['editor-background']!);
        assert.ok(contrast >= 2, `on ${look.background} in ${theme.name}: ${contrast}`);
      }
    }
  });

  it('show the simulated value as a bar, on the same scale as the actual one', async () => {
    const page = await pages.open();
    await page.show(ramps);
    const overlay = await looksOf(page);
    const background = themes.dark.variables['editor-background']!;
    const bars = overlay.slice(0, zero).map(barOf);
    assert.deepEqual(bars.map(Boolean), quarters.slice(0, zero).map(isSimulatedColoured));
    const strongest = strength(bars[0]!, background);
    // 2 on a scale of 4, where the simulation never goes beyond 2.
    await page.setMode('Actual');
    const actual = (await looksOf(page))[zero + 8]!;
    assert.ok(Math.abs(strongest - strength(actual.background, background)) < 0.05);
  });

  it('have their own scale if the simulation is on 0-10, as the legend says', async () => {
    const page = await pages.open();
    const values = [0, 2, 4];
    await page.show(
      oneSequence(
        { tokens: [' a', ' b', ' c'], actual: values, simulated: values },
        { units: 'normalized' },
      ),
    );
    const [, , last] = await looksOf(page);
    const background = themes.dark.variables['editor-background']!;
    // 4 is the largest actual value, and two fifths of what a simulated one can be.
    assert.ok(strength(last!.background, background) > strength(barOf(last!)!, background) + 0.1);
    const legend = await page.page.locator('.legend').innerText();
    assert.match(legend.replace(/\s+/g, ' '), /actual 0 to 4 simulated 0 to 10 own scale/);
  });

  it('show one value in the modes for one', async () => {
    const page = await pages.open();
    await page.show(ramps);
    const overlay = await looksOf(page);
    await page.setMode('Actual');
    const actual = await looksOf(page);
    assert.deepEqual(
      actual.map((look) => look.background),
      overlay.map((look) => look.background),
    );
    assert.ok(actual.every((look) => barOf(look) === null));
    await page.setMode('Simulated');
    const simulated = await looksOf(page);
    assert.deepEqual(
      simulated.map((look) => look.background !== transparent),
      quarters.map(isSimulatedColoured),
    );
    assert.ok(simulated.every((look) => barOf(look) === null));
    const hues = [simulated, actual].map((looks) => hueOf(looks[1]!.background));
    assert.ok(Math.abs(hues[0]! - hues[1]!) > 60);
  });

  it('hatch missing and infinite values, and mark missing predictions', async () => {
    const page = await pages.open();
    await page.show(gapsNeuron());
    const [none, positive, , missing, infinite, skipped, short] = await looksOf(page);
    for (const look of [missing, infinite, short]) {
      assert.ok(isHatched(look!));
      assert.equal(look!.background, transparent);
    }
    for (const look of [none, positive, skipped]) assert.ok(!isHatched(look!));
    assert.ok(isDotted(skipped!));
    for (const look of [none, positive, missing]) assert.ok(!isDotted(look!));
    await page.setMode('Simulated');
    const simulated = await looksOf(page);
    assert.ok(isDotted(simulated[5]!) && !isHatched(simulated[5]!));
    assert.equal(simulated[5]!.background, transparent);
    assert.ok(isHatched(simulated[3]!) && !isDotted(simulated[3]!));
  });

  it('have a legend with numbers, and with the marks that occur', async () => {
    const page = await pages.open();
    const legend = async () =>
      (await page.page.locator('.legend').innerText()).replace(/\s+/g, ' ').trim();
    await page.show(ramps);
    assert.equal(await legend(), 'actual −4 to 4 simulated −2 to 2 same scale');
    await page.show(gapsNeuron());
    assert.match(
      await legend(),
      /^actual −2 to 4 simulated −4 to 2 same scale missing.* no prediction/,
    );
    await page.setMode('Actual');
    assert.match(await legend(), /^actual −2 to 4 missing/);
    assert.doesNotMatch(await legend(), /prediction|simulated/);
  });

  it('are absent from a dead neuron, and a line says so', async () => {
    const page = await pages.open();
    const zeros = [0, 0, 0];
    await page.show(oneSequence({ tokens: [' a', ' b', ' c'], actual: zeros, simulated: zeros }));
    for (const look of await looksOf(page)) {
      assert.equal(look.background, transparent);
      assert.equal(barOf(look), null);
    }
    const text = await page.page.locator('main').innerText();
    assert.match(text, /All actual activations are 0, so none is coloured\./);
    assert.match(text, /All simulated activations are 0, so none is coloured\./);
    assert.doesNotMatch(text, /missing/);
  });

  it('are absent from constant values, and a line says so', async () => {
    const page = await pages.open();
    const [constant, other] = [
      [3, 3, 3],
      [0, 1, 2],
    ];
    await page.show(
      oneSequence({ tokens: [' a', ' b', ' c'], actual: constant, simulated: other }),
    );
    const looks = await looksOf(page);
    assert.deepEqual(
      looks.map(({ background }) => background),
      [transparent, transparent, transparent],
    );
    assert.notEqual(barOf(looks[2]!), null);
    const text = await page.page.locator('main').innerText();
    assert.match(text, /All actual activations are 3, so none is coloured\./);
  });

  it('follow the theme when only its colours change', async () => {
    const page = await pages.open({ theme: themes.dark });
    await page.show(ramps);
    const variables = {
      ...themes.dark.variables,
      'editor-background': '#002b36',
      'editor-foreground': '#839496',
    };
    const before = await looksOf(page);
    await page.setTheme({ ...themes.dark, variables });
    await page.settle();
    const after = await looksOf(page);
    assert.notEqual(after[zero + first]!.background, before[zero + first]!.background);
    for (const [i, look] of after.entries()) {
      if (i !== zero) assert.ok(contrastOf(look, '#002b36') >= 4.5);
    }
  });

  it('follow the theme when it changes', async () => {
    const page = await pages.open({ theme: themes.dark });
    await page.show(ramps);
    const dark = await looksOf(page);
    await page.setTheme(themes.light);
    await page.settle();
    const light = await looksOf(page);
    const white = themes.light.variables['editor-background']!;
    assert.notDeepEqual(light, dark);
    for (const look of light) assert.ok(contrastOf(look, white) >= 4.5);
    const [faint, full] = [light[zero + first]!, light.at(-1)!];
    assert.ok(strength(faint.background, white) < strength(full.background, white) / 2);
  });

  it('are lines in high contrast, thicker for larger values', async () => {
    const page = await pages.open({ theme: themes.highContrast });
    await page.show(ramps);
    const thickness = ({ sizes }: { sizes: string }) =>
      sizes
        .split(', ')
        .slice(0, 2)
        .map((size) => parseFloat(size.split(' ')[1] ?? ''));
    const looks = await looksOf(page);
    const [bars, lines] = [0, 1].map((layer) => looks.map((look) => thickness(look)[layer]!));
    assert.deepEqual([bars![zero], lines![zero]], [0, 0]);
    assert.ok(lines![zero + first]! >= 1 && lines!.at(-1) === 5);
    assert.ok(bars!.at(-1)! < 5 && bars!.at(-1)! > 1);
    for (let i = zero + 1; i < looks.length; i++) assert.ok(lines![i]! >= lines![i - 1]!);
  });
});
