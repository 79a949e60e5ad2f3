import { hues, type Hues, type Tint } from './hues.ts';
import { ramp, type Surface } from './ramp.ts';

/** The class of a step is `a3` or `a-3`, `s3`, `d3`; it sets properties that the token's style picks from. */
const quantities: readonly { property: string; prefix: string; tint: Tint }[] = [
  { property: 'actual', prefix: 'a', tint: 'actual' },
  { property: 'actual', prefix: 'a-', tint: 'actualNegative' },
  { property: 'simulated', prefix: 's', tint: 'simulated' },
  { property: 'simulated', prefix: 's-', tint: 'simulatedNegative' },
  { property: 'difference', prefix: 'd', tint: 'over' },
  { property: 'difference', prefix: 'd-', tint: 'under' },
];

/** The style rules of all steps on a surface. */
export function stepRules(surface: Surface, palette: Hues = hues): string {
  return quantities
    .flatMap(({ property, prefix, tint }) => {
      const shades = ramp(surface, palette[tint]);
      const full = shades.at(-1)?.colour ?? surface.foreground;
      return shades.map(
        ({ colour, ink }, i) =>
          `.${prefix}${i + 1}{--${property}:${colour};--${property}-ink:${ink};` +
          `--${property}-full:${full};--${property}-weight:${((i + 1) / shades.length).toFixed(3)}}`,
      );
    })
    .join('\n');
}
