import type { Sequence } from '../../neuron/contract/protocol.ts';
import { differenceValue, mappedValue, paintOf, type Paint } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { isRecord } from '../recordSequence.ts';
import { formatActivation, formatCount } from '../../text/number.ts';
import { remark, say, spell, type Spelling } from './spell.ts';
import { ofTen } from './units.ts';

/** A token for the card and for screen readers. */
export interface TokenDescription {
  readonly spelling: readonly Spelling[];
  /** What is special about the token's text; often empty. */
  readonly remark: string;
  /** The token's text for screen readers. */
  readonly said: string;
  /** `token 21 of 64`. */
  readonly position: string;
  readonly readings: readonly Reading[];
  readonly spoken: string;
}

export interface Reading {
  readonly label: string;
  /** The label for screen readers. */
  readonly name: string;
  readonly value: string;
  /** The colour of the sample; null if there is none. */
  readonly paint: Paint | null;
  readonly quantity: 'actual' | 'simulated' | 'uncalibrated' | 'mapped' | 'difference';
}

export function describeToken(sequence: Sequence, token: number, rulers: Rulers): TokenDescription {
  const text = sequence.tokens[token] ?? '';
  const position = `token ${formatCount(token + 1)} of ${formatCount(sequence.tokens.length)}`;
  const paint = paintOf(sequence, token, rulers);
  const uncalibrated = rulers.source === 'uncalibrated';
  const all: Reading[] = [
    {
      label: 'Actual',
      value: formatActivation(sequence.actual[token] ?? NaN),
      paint: paint.actual,
      name: 'actual',
      quantity: 'actual',
    },
    {
      label: 'Simulated (expected)',
      value: simulatedValue(sequence, token, rulers),
      paint: uncalibrated ? null : paint.simulated,
      name: 'simulated',
      quantity: 'simulated',
    },
  ];
  if (sequence.uncalibrated) {
    all.push({
      label: 'Uncalibrated',
      value: ofTen(sequence.uncalibrated[token] ?? NaN),
      paint: uncalibrated ? paint.simulated : null,
      name: 'uncalibrated',
      quantity: 'uncalibrated',
    });
  }
  const mapped = mappedValue(sequence, token, rulers);
  if (rulers.byRange && Number.isFinite(mapped)) {
    all.push({
      label: 'Mapped',
      value: formatActivation(mapped),
      paint: null,
      name: 'mapped',
      quantity: 'mapped',
    });
  }
  const difference = differenceValue(sequence, token, rulers);
  if (Number.isFinite(difference)) {
    all.push({
      label: rulers.shared ? 'Difference' : 'Difference (mapped)',
      value: `${difference > 0 ? '+' : ''}${formatActivation(difference)}`,
      paint: paint.difference,
      name: 'difference',
      quantity: 'difference',
    });
  }
  // Activation records have no simulation that could be missing.
  const readings = isRecord(sequence) ? all.filter(({ quantity }) => quantity === 'actual') : all;
  const said = say(text);
  return {
    spelling: spell(text),
    remark: remark(text),
    said,
    position,
    readings,
    spoken: spokenOf({ said, position, readings }),
  };
}

/** Without a prediction, the file may still have a number. It is shown, but not as a prediction. */
function simulatedValue(sequence: Sequence, token: number, rulers: Rulers): string {
  const value = sequence.simulated[token] ?? NaN;
  const text = formatActivation(value);
  if (sequence.predicted?.[token] === 0) {
    return Number.isNaN(value) ? 'no prediction' : `no prediction (the file has ${text})`;
  }
  const own = rulers.shared || rulers.source === 'uncalibrated';
  return own ? text : ofTen(value);
}

/** The whole description for screen readers. */
export function spokenOf({
  said,
  position,
  readings,
}: Pick<TokenDescription, 'said' | 'position' | 'readings'>): string {
  const numbers = readings.map(({ name, value }) => `${name} ${value}`);
  return [said, position, ...numbers]
    .join(', ')
    .replaceAll('\u2212', 'minus ')
    .replaceAll('+', 'plus ');
}
