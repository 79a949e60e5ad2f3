import type { Sequence } from '../../protocol.ts';
import { actualPaint, simulatedPaint, type Paint } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { isRecord } from '../siblings/record-sequence.ts';
import { formatActivation, formatCount } from './number.ts';
import { remark, say, spell, type Spelling } from './spell.ts';

/** What the card shows of a token, and what a screen reader says of it. */
export interface TokenDescription {
  readonly spelling: readonly Spelling[];
  /** What is special about the token's text; often empty. */
  readonly remark: string;
  /** `token 21 of 64`. */
  readonly position: string;
  readonly readings: readonly Reading[];
  readonly spoken: string;
}

export interface Reading {
  readonly label: string;
  readonly value: string;
  /** The classes of the little sample of the token's colour. */
  readonly paint: Paint;
  readonly quantity: 'actual' | 'simulated';
}

export function describeToken(sequence: Sequence, token: number, rulers: Rulers): TokenDescription {
  const text = sequence.tokens[token] ?? '';
  const position = `token ${formatCount(token + 1)} of ${formatCount(sequence.tokens.length)}`;
  const all: Reading[] = [
    {
      label: 'Actual',
      value: formatActivation(sequence.actual[token] ?? NaN),
      paint: actualPaint(sequence, token, rulers),
      quantity: 'actual',
    },
    {
      label: 'Simulated (expected)',
      value: simulatedValue(sequence, token, rulers),
      paint: simulatedPaint(sequence, token, rulers),
      quantity: 'simulated',
    },
  ];
  // The neuron's own records have no simulation that could be missing.
  const readings = isRecord(sequence) ? all.filter(({ quantity }) => quantity === 'actual') : all;
  return {
    spelling: spell(text),
    remark: remark(text),
    position,
    readings,
    spoken: spoken(say(text), position, readings),
  };
}

/** Where there is no prediction the file may still hold a number; it is told, and told not to be one. */
function simulatedValue(sequence: Sequence, token: number, rulers: Rulers): string {
  const value = sequence.simulated[token] ?? NaN;
  const text = formatActivation(value);
  if (sequence.predicted?.[token] === 0) {
    return Number.isNaN(value) ? 'no prediction' : `no prediction (the file has ${text})`;
  }
  return rulers.shared || !Number.isFinite(value) ? text : `${text} of 10`;
}

function spoken(text: string, position: string, readings: readonly Reading[]): string {
  const numbers = readings.map(({ quantity, value }) => `${quantity} ${value}`);
  return [text, position, ...numbers].join(', ').replaceAll('\u2212', 'minus ');
}
