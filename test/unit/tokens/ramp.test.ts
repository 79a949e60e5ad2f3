import assert from 'node:assert/strict';
import {
  type Color,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { hues, type Hues, palettes, type Tint } from '../../../src/tokens/colour/hues.ts';
import { inkOn, ramp, readable, type Surface } from '../../../src/tokens/colour/ramp.ts';
import { steps } from '../../../src/tokens/colour/scale.ts';
import { stepRules } from '../../../src/tokens/colour/paint.ts';
import { surfaceOf } from '../../../src/tokens/colour/theme.ts';

const surfaces: Readonly<Record<string, Surface>> = {
  'Dark Modern': { background: '#1f1f1f', foreground: '#cccccc' },
  'Light Modern': { background: '#ffffff', foreground: '#3b3b3b' },
  'High Contrast': { background: '#000000', foreground: '#ffffff' },
  'High Contrast Light': { background: '#ffffff', foreground: '#292929' },
  'Dark 2026': { background: '#121314', foreground: '#bbbebf' },
  'Solarized Dark': { background: '#002b36', foreground: '#839496' },
  'Solarized Light': { background: '#fdf6e3', foreground: '#657b83' },
  'Kimbie Dark': { background: '#221a0f', foreground: '#d3af86' },
  Abyss: { background: '#000c18', foreground: '#6688cc' },
  Red: { background: '#390000', foreground: '#f8f8f8' },
  'middle grey': { background: '#808080', foreground: '#ffffff' },
  'the actual’s own hue': { background: '#0f6b47', foreground: '#e0ffe0' },
  'hot pink': { background: '#ff69b4', foreground: '#000000' },
};
const tints = Object.keys(hues) as Tint[];
/** Each hue once, by what has it. */
const allHues = new Map(
  Object.entries(palettes).flatMap(([palette, of]) =>
    tints.map((tint) => [JSON.stringify(of[tint]), [`${palette} ${tint}`, of[tint]] as const]),
  ),
).values();
const named = [...allHues];
const distance = differenceEuclidean('oklab');

for (const [name, surface] of Object.entries(surfaces)) {
  describe(`the ramps on ${name}`, () => {
    for (const [tint, hue] of named) {
      const shades = ramp(surface, hue);

      it(`keep the text readable on every step: ${tint}`, () => {
        assert.equal(shades.length, steps);
        for (const { colour, ink } of shades) {
          const contrast = wcagContrast(ink, colour);
          assert.ok(contrast >= readable, `${ink} on ${colour} is ${contrast}`);
        }
      });

      it(`are even, from barely visible to outstanding: ${tint}`, () => {
        const colours = [surface.background, ...shades.map(({ colour }) => colour)];
        const [first, ...gaps] = colours.slice(1).map((colour, i) => distance(colours[i]!, colour));
        const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
        assert.ok(first! > 0.015, `the faintest step is ${first} from the background`);
        assert.ok(mean > 0.015, `the steps are ${mean} apart`);
        for (const gap of gaps) assert.ok(Math.abs(gap - mean) < 0.012, `${gap} is not ${mean}`);
        const reach = distance(surface.background, colours.at(-1)!);
        assert.ok(reach > 0.3, `the strongest is ${reach} from the background`);
      });
    }
  });
}

for (const [palette, hues] of Object.entries(palettes))
  describe(`the hues of ${palette}`, () => hold(hues));

function hold(hues: Hues): void {
  const eyes: Readonly<Record<string, (colour: Color) => Color>> = {
    'full colour vision': (colour) => colour,
    protanopia: filterDeficiencyProt(1),
    deuteranopia: filterDeficiencyDeuter(1),
    tritanopia: filterDeficiencyTrit(1),
  };
  const signs: readonly (readonly [Tint, Tint])[] = [
    ['actual', 'actualNegative'],
    ['simulated', 'simulatedNegative'],
    ['over', 'under'],
  ];
  const strongest = (surface: Surface, tint: Tint, eye: (colour: Color) => Color) =>
    eye(parse(ramp(surface, hues[tint]).at(-1)!.colour)!);

  for (const [name, eye] of Object.entries(eyes)) {
    it(`distinguish positive from negative with ${name}`, () => {
      for (const theme of ['Dark Modern', 'Light Modern', 'High Contrast', 'High Contrast Light']) {
        const surface = surfaces[theme]!;
        for (const [positive, negative] of signs) {
          const apart = distance(
            strongest(surface, positive, eye),
            strongest(surface, negative, eye),
          );
          assert.ok(apart > 0.12, `${positive} in ${theme}: ${apart}`);
        }
      }
    });
  }

  it('show equal strength of either sign about equally strong', () => {
    for (const [name, surface] of Object.entries(surfaces).slice(0, 5)) {
      for (const [positive, negative] of signs) {
        const reach = (tint: Tint) =>
          distance(surface.background, ramp(surface, hues[tint]).at(-1)!.colour);
        const ratio = reach(positive) / reach(negative);
        assert.ok(Math.abs(ratio - 1) < 0.1, `${positive} on ${name}: ${ratio}`);
      }
    }
  });
}

describe('the hues of blueOrange', () => {
  it('distinguish actual from simulated with red-green colour blindness', () => {
    for (const eye of [filterDeficiencyProt(1), filterDeficiencyDeuter(1)]) {
      for (const theme of ['Dark Modern', 'Light Modern']) {
        const strongest = (tint: Tint) =>
          eye(parse(ramp(surfaces[theme]!, palettes.blueOrange[tint]).at(-1)!.colour)!);
        assert.ok(distance(strongest('actual'), strongest('simulated')) > 0.2, theme);
      }
    }
  });
});

describe('inkOn', () => {
  it('keeps the theme’s own colour if it is readable', () => {
    assert.equal(inkOn('#1f1f1f', '#cccccc'), '#cccccc');
    assert.equal(inkOn('#ffffff', '#3b3b3b'), '#3b3b3b');
  });

  it('is always readable', () => {
    for (let grey = 0; grey < 256; grey++) {
      const background = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      for (const foreground of ['#cccccc', '#3b3b3b', '#808080', '#657b83']) {
        const contrast = wcagContrast(inkOn(background, foreground), background);
        assert.ok(contrast >= readable, `${foreground} on ${background}: ${contrast}`);
      }
    }
  });
});

describe('surfaceOf', () => {
  it('reads all notations of colours in VS Code', () => {
    assert.deepEqual(
      surfaceOf(' #1F1F1F', 'rgba(204, 204, 204, 1)', 'dark'),
      surfaces['Dark Modern'],
    );
  });

  it('makes them opaque, the text over the background', () => {
    const { background, foreground } = surfaceOf('#ffffff80', '#000000b3', 'dark');
    assert.equal(background, '#808080');
    assert.equal(foreground, '#262626');
  });

  it('has defaults', () => {
    assert.deepEqual(surfaceOf('', 'currentColor', 'light'), surfaces['Light Modern']);
    assert.deepEqual(surfaceOf('inherit', '', 'dark'), surfaces['Dark Modern']);
  });
});

describe('stepRules', () => {
  it('has a rule for every step of every sign and quantity', () => {
    const rules = stepRules(surfaces['Dark Modern']!);
    for (const prefix of ['a', 'a-', 's', 's-', 'd', 'd-']) {
      for (let step = 1; step <= steps; step++) {
        assert.equal(rules.split(`.${prefix}${step}{`).length, 2, `.${prefix}${step}`);
      }
    }
  });
});
