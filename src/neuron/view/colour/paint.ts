import type { Sequence } from '../../protocol.ts';
import { stepOf, type Rulers } from './scale.ts';

/** What a token shows of one quantity: a signed step, no value, or no prediction. */
export type Paint = number | 'missing' | 'none';

export function actualPaint(sequence: Sequence, token: number, rulers: Rulers): Paint {
  return paintOf(sequence.actual[token], rulers.actual.full);
}

export function simulatedPaint(sequence: Sequence, token: number, rulers: Rulers): Paint {
  if (sequence.predicted?.[token] === 0) return 'none';
  return paintOf(sequence.simulated[token], rulers.simulated.full);
}

/** The token's classes; the style says what they look like in each mode. */
export function paintClasses(actual: Paint, simulated: Paint): string {
  return `t${paintClass('a', actual)}${paintClass('s', simulated)}`;
}

function paintClass(prefix: 'a' | 's', paint: Paint): string {
  return paint === 0 ? '' : ` ${prefix}${typeof paint === 'number' ? paint : `-${paint}`}`;
}

/** Infinities are as good as missing: no step of a scale would be true for them. */
function paintOf(value: number | undefined, full: number): Paint {
  return value === undefined || !Number.isFinite(value) ? 'missing' : stepOf(value, full);
}
