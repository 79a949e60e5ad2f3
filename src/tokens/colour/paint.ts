import { applyMap } from '../../analysis/calibration.ts';
import type { Sequence } from '../contract.ts';
import { type Ruler, type Rulers, stepOf } from './scale.ts';
import { hues, type Hues, type Tint } from './hues.ts';
import { ramp, type Surface } from './ramp.ts';

/** What a token shows of one quantity: a signed step, no value, or no prediction. */
export type Paint = number | 'missing' | 'none';

/** What a token shows of all three. */
export interface TokenPaint {
  readonly actual: Paint;
  readonly simulated: Paint;
  readonly difference: Paint;
}

export function paintOf(sequence: Sequence, token: number, rulers: Rulers): TokenPaint {
  return {
    actual: actualPaint(sequence, token, rulers),
    simulated: simulatedPaint(sequence, token, rulers),
    difference: differencePaint(sequence, token, rulers),
  };
}

export function actualPaint(sequence: Sequence, token: number, rulers: Rulers): Paint {
  return paintOfValue(sequence.actual[token], rulers.actual);
}

export function simulatedPaint(sequence: Sequence, token: number, rulers: Rulers): Paint {
  if (sequence.predicted?.[token] === 0) return 'none';
  return paintOfValue(simulatedValues(sequence, rulers)?.[token], rulers.simulated);
}

export function differencePaint(sequence: Sequence, token: number, rulers: Rulers): Paint {
  if (sequence.predicted?.[token] === 0) return 'none';
  // If differences have no meaning, none is missing.
  if (!rulers.toUnits) return 0;
  return paintOfValue(differenceValue(sequence, token, rulers), rulers.difference);
}

/** The chosen simulated values, calibrated or not; null if the sequence has none. */
export function simulatedValues(sequence: Sequence, { source }: Rulers): Float64Array | null {
  return source === 'simulated' ? sequence.simulated : sequence.uncalibrated;
}

/** The simulated value in the neuron's units; NaN if there is none. */
export function mappedValue(sequence: Sequence, token: number, rulers: Rulers): number {
  const { toUnits } = rulers;
  if (!toUnits || sequence.predicted?.[token] === 0) return NaN;
  return applyMap(toUnits, simulatedValues(sequence, rulers)?.[token] ?? NaN);
}

/** Simulated − actual in the neuron's units; NaN if there is none. */
export function differenceValue(sequence: Sequence, token: number, rulers: Rulers): number {
  return mappedValue(sequence, token, rulers) - (sequence.actual[token] ?? NaN);
}

/** CSS classes of a token, for all modes. */
export function paintClasses(actual: Paint, simulated: Paint, difference: Paint = 0): string {
  return `t${paintClass('a', actual)}${paintClass('s', simulated)}${paintClass('d', difference)}`;
}

/** The class for a second simulation, with a space before it. */
export function secondClass(paint: Paint): string {
  return paintClass('u', paint);
}

function paintClass(prefix: 'a' | 's' | 'd' | 'u', paint: Paint): string {
  return paint === 0 ? '' : ` ${prefix}${typeof paint === 'number' ? paint : `-${paint}`}`;
}

/** Infinities count as missing, since no step fits them. */
function paintOfValue(value: number | undefined, ruler: Ruler): Paint {
  return value === undefined || !Number.isFinite(value) ? 'missing' : stepOf(value, ruler);
}

/** Classes such as `a3` and `a-3` set properties, from which `tokens.css` picks by mode. */
const quantities: readonly { property: string; prefix: string; tint: Tint }[] = [
  { property: 'actual', prefix: 'a', tint: 'actual' },
  { property: 'actual', prefix: 'a-', tint: 'actualNegative' },
  { property: 'simulated', prefix: 's', tint: 'simulated' },
  { property: 'simulated', prefix: 's-', tint: 'simulatedNegative' },
  // The same colours, so that equal strength looks equal.
  { property: 'second', prefix: 'u', tint: 'simulated' },
  { property: 'second', prefix: 'u-', tint: 'simulatedNegative' },
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
