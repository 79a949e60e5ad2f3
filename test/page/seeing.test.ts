import assert from 'node:assert/strict';
import {
  barOf,
  bandsOf,
  contrastOf,
  hueOf,
  isDotted,
  isHatched,
  looksOf,
  strength,
  transparent,
} from './support/looks.ts';
import { gapsNeuron } from './support/made.ts';
import { hostNeuron, oneSequence, type HostNeuron } from './support/messages.ts';
import { modeNames, neuronPages } from './support/neuronPage.ts';
import { allThemes, themes } from './support/themes.ts';

const palettes = ['greenAmber', 'blueOrange', 'redBlue'] as const;
const background = themes.dark.variables['editor-background']!;

/** A token for each value, from −4 to 4, with a simulation that is this much more. */
function beside(...differences: number[]): HostNeuron {
  const actual = [4, -4, 1, 0, 2];
  return oneSequence({
    tokens: actual.map((value) => ` ${value}`),
    actual,
    simulated: actual.map((value, i) => value + (differences[i] ?? 0)),
  });
}

const quarters = Array.from({ length: 33 }, (_, i) => (i - 16) / 4);
const ramps = oneSequence({
  tokens: quarters.map((value) => ` ${value}`),
  actual: quarters,
  simulated: quarters.map((value) => -value / 2),
});

const withTitle = (neuron: HostNeuron, title: string): HostNeuron => ({
  ...neuron,
  document: { ...neuron.document, title, uri: `file:///${title}` },
});

describe('the modes', () => {
  const pages = neuronPages();

  for (const theme of allThemes) {
    it(`keep text at 4.5:1 in each, in every palette: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      const under = theme.variables['editor-background']!;
      for (const neuron of [ramps, gapsNeuron()]) {
        await page.show(neuron);
        for (const palette of palettes) {
          await page.send({ type: 'palette', palette });
          for (const mode of modeNames) {
            await page.setMode(mode);
            for (const look of await looksOf(page)) {
              const contrast = contrastOf(look, under);
              const where = `${palette} ${mode}: ${look.colour} on ${look.background}`;
              assert.ok(contrast >= 4.5, `${where}: ${contrast}`);
            }
          }
        }
      }
    });
  }

  it('show differences with a hue per sign, and none for zero', async () => {
    const page = await pages.open();
    await page.show(beside(1, -2, 2, 0, -1));
    await page.setMode('Difference');
    const [over, under, most, none, less] = await looksOf(page);
    assert.equal(none!.background, transparent);
    assert.ok((await looksOf(page)).every((look) => barOf(look) === null));
    const force = (look = none) => strength(look!.background, background);
    // One scale for both signs: 2 too much is as strong as 2 too little, and 1 about half of it.
    assert.ok(Math.abs(force(most) - force(under)) < 0.03);
    assert.ok(Math.abs(force(over) - force(less)) < 0.03 && force(over) < force(most) * 0.7);
    assert.ok(Math.abs(hueOf(most!.background) - hueOf(under!.background)) > 60);
    assert.ok(Math.abs(hueOf(most!.background) - hueOf(over!.background)) < 20);
    assert.equal(await page.legend, 'simulated − actual −2 to 2 own scale; uncoloured below 0.60');
  });

  it('leave small differences and values near zero uncoloured, and say so', async () => {
    const page = await pages.open();
    await page.show(
      oneSequence({
        tokens: [' a', ' b', ' c', ' d', ' e'],
        actual: [-0.17, 0.39, 0.41, 4, 1],
        simulated: [-0.17, 0.1, 0.5, 3.61, 0.59],
      }),
    );
    const coloured = async () =>
      (await looksOf(page)).flatMap(({ background: fill }, i) => (fill === transparent ? [] : [i]));
    assert.deepEqual(await coloured(), [2, 3, 4]);
    assert.deepEqual(
      (await looksOf(page)).map(barOf).map((bar) => bar !== null),
      [false, false, true, true, true],
    );
    await page.setMode('Difference');
    assert.deepEqual(await coloured(), [4], 'as in the list of misses');
    await page.page.locator('.misses tbody tr').first().waitFor();
    assert.equal(await page.page.locator('.misses tbody tr').count(), 1);
    assert.equal(
      await page.legend,
      'simulated − actual −0.41 to 0.0900 own scale; uncoloured below 0.40',
    );
    await page.setMode('Actual');
    const entry = page.page.locator('.legend-entry').first();
    assert.equal(await entry.getAttribute('title'), 'uncoloured below 0.40');
    await page.setMode('Difference');
    await page.choose('Scale', 'Scale: each sequence');
    assert.match(await page.legend, /of each sequence; uncoloured below a tenth of the peak$/);
  });

  it('say if there is no difference to colour', async () => {
    const page = await pages.open();
    await page.show(beside());
    await page.setMode('Difference');
    assert.ok((await looksOf(page)).every((look) => look.background === transparent));
    const text = () => page.page.locator('main').innerText();
    assert.match(await text(), /All differences are 0, so none is coloured\./);
    const tokens = [' a', ' b', ' c'];
    await page.show(
      oneSequence({ tokens, actual: [0, -1, -2], simulated: [0, 5, 10] }, { units: 'normalized' }),
    );
    await page.setMode('Overlay');
    assert.doesNotMatch(await text(), /no differences/);
  });

  it('map 10 to the largest activation if the simulation is on 0-10, and say so', async () => {
    const page = await pages.open();
    await page.show(
      oneSequence(
        { tokens: [' a', ' b', ' c'], actual: [0, 2, 4], simulated: [5, 5, 5.5] },
        { units: 'normalized' },
      ),
    );
    await page.setMode('Difference');
    const [over, same, under] = await looksOf(page);
    assert.equal(same!.background, transparent);
    assert.ok(Math.abs(hueOf(over!.background) - hueOf(under!.background)) > 60);
    assert.match(
      await page.legend,
      /−1\.80 to 2 own scale; uncoloured below 0\.40; 0–10 mapped to 0–4/,
    );
    await page.token(0).hover();
    assert.match(await page.card.innerText(), /5 of 10\s+Mapped\s+2\s+Difference \(mapped\)\s+\+2/);
  });

  it('stack both as bands under uncoloured text', async () => {
    const page = await pages.open();
    await page.show(ramps);
    const overlay = await looksOf(page);
    await page.setMode('Stacked');
    const looks = await looksOf(page);
    for (const [i, look] of looks.entries()) {
      assert.equal(look.background, transparent);
      const [simulated, actual] = bandsOf(look);
      assert.equal(actual, overlay[i]!.background);
      assert.equal(simulated ?? null, barOf(overlay[i]!) ?? transparent);
    }
    // The bands of a line do not run into the next.
    await page.page.setViewportSize({ width: 400, height: 800 });
    const boxes = await page.page
      .locator('.t')
      .evaluateAll((all) => all.map((token) => token.getBoundingClientRect().toJSON() as DOMRect));
    const lines = [...new Set(boxes.map(({ top }) => top))];
    assert.ok(lines.length > 1);
    assert.ok(lines[1]! >= boxes[0]!.bottom);
  });

  it('hatch missing values, and mark missing predictions', async () => {
    const page = await pages.open();
    await page.show(gapsNeuron());
    await page.setMode('Difference');
    const [none, , , missing, infinite, skipped, short] = await looksOf(page);
    for (const look of [missing, infinite, short]) {
      assert.ok(isHatched(look!) && !isDotted(look!));
      assert.equal(look!.background, transparent);
    }
    assert.ok(isDotted(skipped!) && !isHatched(skipped!) && !isHatched(none!));
    assert.equal(skipped!.background, transparent);
    await page.setMode('Stacked');
    const stacked = await looksOf(page);
    const lined = (look = stacked[0]) => look!.images.split('repeating-linear-gradient').length - 1;
    assert.deepEqual(stacked.map(lined), [0, 0, 0, 2, 2, 0, 2]);
    assert.deepEqual(stacked.map(isDotted), [false, false, false, false, false, true, false]);
  });

  it('show strength by thickness too, in high contrast', async () => {
    for (const theme of [themes.highContrast, themes.highContrastLight]) {
      const page = await pages.open({ theme });
      await page.show(ramps);
      const heights = async () =>
        (await looksOf(page)).map(({ sizes }) =>
          sizes.split(', ').map((size) => parseFloat(size.split(' ')[1] ?? '')),
        );
      await page.setMode('Difference');
      const difference = (await heights()).map(([, line]) => line!);
      assert.deepEqual([difference[0], difference[16], difference.at(-1)], [5, 0, 5]);
      assert.ok(difference[20]! > 0 && difference[20]! < 5);
      await page.setMode('Stacked');
      const stacked = await heights();
      assert.ok(stacked[16]!.every((height) => height === 0));
      // 1 on a scale of 4.
      assert.equal(stacked[20]![1], 2);
      assert.ok(stacked[0]![1] === 6 && stacked[0]![0]! > 0 && stacked[0]![0]! < 6);
    }
  });
});

describe('the scale', () => {
  const pages = neuronPages();
  const two = hostNeuron([
    {
      text: ' two',
      sequences: [
        { tokens: [' a', ' b'], actual: [0, 8], simulated: [0, 4] },
        { tokens: [' c', ' d'], actual: [-1, 2], simulated: [0, 1] },
        { tokens: [' e', ' f'], actual: [0, 0], simulated: [0, 0] },
      ],
    },
  ]);
  const strongest = async (page: Awaited<ReturnType<typeof pages.open>>, index: number) =>
    strength((await looksOf(page))[index]!.background, background);

  it('is for all sequences or for each, with its numbers', async () => {
    const page = await pages.open();
    await page.show(two);
    const [whole, part] = [await strongest(page, 1), await strongest(page, 3)];
    assert.ok(part < whole * 0.5);
    await page.choose('Scale', 'Scale: each sequence');
    assert.ok(Math.abs((await strongest(page, 3)) - whole) < 0.02);
    assert.equal(
      await page.legend,
      'actual −max to max of each sequence simulated 0 to max same scale',
    );
    const lines = await page.page.locator('.sequence-scale').allInnerTexts();
    assert.deepEqual(
      lines.map((line) => line.replace(/\s+/g, ' ')),
      [
        'actual 0 to 8 simulated 0 to 4',
        'actual −1 to 2 simulated 0 to 1',
        'actual all 0 simulated all 0',
      ],
    );
    // A sequence of one value has no strengths.
    assert.equal((await looksOf(page))[5]!.background, transparent);
    await page.setMode('Difference');
    assert.match(
      await page.page.locator('.sequence-scale').nth(1).innerText(),
      /^simulated − actual −1 to 1$/,
    );
  });

  it('stays locked across neurons, until it is released', async () => {
    const page = await pages.open();
    const small = withTitle(beside(), '5:1');
    await page.show(small);
    const full = await strongest(page, 0);
    await page.show(withTitle(two, '5:2'));
    await page.choose('Scale', 'Scale: locked');
    assert.match(await page.legend, /actual −8 to 8 simulated 0 to 8 same scale locked to 5:2/);
    await page.show(small);
    const locked = await strongest(page, 0);
    assert.ok(locked < full * 0.7, 'a 4 on a scale of 8');
    assert.match(await page.legend, /locked to 5:2/);
    const large = oneSequence({ tokens: [' a', ' b'], actual: [-9, 20], simulated: [0, 1] });
    await page.show(withTitle(large, '5:3'));
    assert.match(await page.legend, /actual ≤ −8 to ≥ 8/);
    await page.page.reload();
    await page.show(small);
    assert.ok(Math.abs((await strongest(page, 0)) - locked) < 1e-6, 'also after a reload');
    await page.page.getByRole('button', { name: 'Unlock Scale' }).click();
    await page.settle();
    assert.ok(Math.abs((await strongest(page, 0)) - full) < 1e-6);
    assert.doesNotMatch(await page.legend, /locked/);
  });

  it('cannot be locked if there is none', async () => {
    const page = await pages.open();
    await page.show(oneSequence({ tokens: [' a', ' b'], actual: [0, 0], simulated: [0, 0] }));
    const option = page.page.getByRole('option', { name: 'Locked' });
    assert.equal(await option.evaluate((it) => (it as HTMLOptionElement).disabled), true);
  });

  it('is one for both signs: equal strength looks equal', async () => {
    for (const palette of palettes) {
      const page = await pages.open();
      await page.send({ type: 'palette', palette });
      await page.show(ramps);
      const looks = await looksOf(page);
      for (let i = 2; i <= 16; i++) {
        const [less, more] = [16 - i, 16 + i].map((at) => looks[at]!.background);
        assert.ok(Math.abs(strength(less!, background) / strength(more!, background) - 1) < 0.12);
      }
    }
  });
});

describe('the simulation before calibration', () => {
  const pages = neuronPages();
  const both = oneSequence({
    tokens: [' a', ' b', ' c'],
    actual: [0, 1, 4],
    simulated: [-1, 0, 4],
    uncalibrated: [0, 2, 10],
  });

  it('can be shown instead, on the simulator’s scale', async () => {
    const page = await pages.open();
    await page.show(both);
    await page.setMode('Simulated');
    const calibrated = await looksOf(page);
    assert.notEqual(calibrated[0]!.background, transparent);
    assert.equal(calibrated[1]!.background, transparent);
    await page.token(1).hover();
    assert.match(await page.card.innerText(), /Uncalibrated\s+2 of 10\s+Difference\s+−1/);
    await page.choose('Simulation', 'Uncalibrated');
    const looks = await looksOf(page);
    assert.equal(looks[0]!.background, transparent);
    assert.notEqual(looks[1]!.background, transparent);
    assert.equal(await page.legend, 'simulated, uncalibrated 0 to 10 own scale');
    assert.equal((await page.state()).calibrated, false);
    await page.setMode('Difference');
    assert.match(
      await page.legend,
      /own scale; uncoloured below 0\.40; 0–10 calibrated as in the file/,
    );
  });

  it('is described by its map, if it is linear', async () => {
    const page = await pages.open();
    await page.show(both);
    const about = () =>
      page.page.getByRole('combobox', { name: 'Simulation' }).locator('..').getAttribute('title');
    assert.equal(await about(), 'Linear calibration: calibrated = 0.50 × uncalibrated −\u00a01');
    await page.show(
      oneSequence({
        tokens: [' a', ' b', ' c'],
        actual: [0, 1, 4],
        simulated: [0, 3, 4],
        uncalibrated: [0, 2, 10],
      }),
    );
    assert.equal(await about(), 'Calibration is not linear');
  });

  it('is no choice if the file has none, whatever was selected before', async () => {
    const page = await pages.open();
    await page.show(both);
    await page.choose('Simulation', 'Uncalibrated');
    await page.show(withTitle(ramps, '5:2'));
    assert.equal(await page.page.getByRole('combobox', { name: 'Simulation' }).count(), 0);
    assert.equal(await page.legend, 'actual −4 to 4 simulated −2 to 2 same scale');
  });
});

describe('the palette', () => {
  const pages = neuronPages();

  it('repaints at once, and keeps the tokens', async () => {
    const page = await pages.open();
    await page.show(ramps);
    const looks = new Map<string, string>();
    await page.token(3).evaluate((token) => token.setAttribute('data-same', ''));
    for (const palette of palettes) {
      await page.send({ type: 'palette', palette });
      looks.set(palette, (await looksOf(page)).map((look) => look.background).join());
    }
    assert.equal(new Set(looks.values()).size, 3);
    assert.equal(await page.page.locator('[data-same]').count(), 1);
    await page.send({ type: 'palette', palette: 'greenAmber' });
    assert.equal(
      (await looksOf(page)).map((look) => look.background).join(),
      looks.get('greenAmber'),
    );
  });

  it('of red and blue shows equal values in equal colours', async () => {
    const page = await pages.open();
    await page.send({ type: 'palette', palette: 'redBlue' });
    await page.show(beside());
    for (const look of (await looksOf(page)).filter((_, i) => i !== 3))
      assert.equal(barOf(look), look.background);
  });
});
