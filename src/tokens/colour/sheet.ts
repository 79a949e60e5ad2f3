import { hues, type Hues, type Tint } from './hues.ts';
import { ramp, type Surface } from './ramp.ts';

/** Classes such as `a3` and `a-3` set properties, from which `tokens.css` picks by mode. */
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
