import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceEuclidean, wcagContrast } from 'culori';
import { colourBlind } from '../../page/support/looks.ts';

type Kind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

/** Of the sidebar and of a selected row in it, in VS Code's themes. */
const backgrounds: Readonly<Record<Kind, readonly string[]>> = {
  dark: ['#181818', '#252526', '#04395e'],
  light: ['#f8f8f8', '#f3f3f3', '#e4e6f1'],
  highContrast: ['#000000'],
  highContrastLight: ['#ffffff'],
};

const manifest = join(import.meta.dirname, '../../../package.json');
const { contributes } = JSON.parse(readFileSync(manifest, 'utf8')) as {
  contributes: { colors: { id: string; defaults: Record<Kind, string> }[] };
};
const distance = differenceEuclidean('oklab');
const eyes = { normal: (colour: string) => colour, ...colourBlind };

describe('the colours of scores', () => {
  for (const kind of Object.keys(backgrounds) as Kind[]) {
    const colours = contributes.colors.map(({ defaults }) => defaults[kind]);

    it(`are visible: ${kind}`, () => {
      for (const background of backgrounds[kind])
        for (const colour of colours) {
          const contrast = wcagContrast(colour, background);
          assert.ok(contrast >= 3, `${colour} on ${background}: ${contrast}`);
        }
    });

    it(`differ from step to step for every kind of colour vision: ${kind}`, () => {
      for (const [eye, seen] of Object.entries(eyes)) {
        const [good, fair, poor] = colours.map(seen);
        for (const [a, b] of [
          [good!, fair!],
          [fair!, poor!],
        ] as const)
          assert.ok(distance(a, b) > 0.05, `${eye}: ${a} and ${b}, ${distance(a, b)}`);
        assert.ok(distance(good!, poor!) > 0.1, eye);
      }
    });
  }
});
