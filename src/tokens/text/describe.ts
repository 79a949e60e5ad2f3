import * as l10n from '@vscode/l10n';
import type { Sequence } from '../contract.ts';
import { differenceValue, mappedValue, paintOf, type Paint } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { isRecord } from '../recordSequence.ts';
import { formatActivation, formatCount } from '../../text/number.ts';
import { remark, say, saySigns, spell, type Spelling } from './spell.ts';
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
  const position = l10n.t(
    'token {0} of {1}',
    formatCount(token + 1),
    formatCount(sequence.tokens.length),
  );
  const paint = paintOf(sequence, token, rulers);
  const uncalibrated = rulers.source === 'uncalibrated';
  const all: Reading[] = [
    {
      label: l10n.t('Actual'),
      value: formatActivation(sequence.actual[token] ?? NaN),
      paint: paint.actual,
      name: l10n.t('actual'),
      quantity: 'actual',
    },
    {
      label: l10n.t('Simulated (expected)'),
      value: simulatedValue(sequence, token, rulers),
      paint: uncalibrated ? null : paint.simulated,
      name: l10n.t('simulated'),
      quantity: 'simulated',
    },
  ];
  if (sequence.uncalibrated) {
    all.push({
      label: l10n.t('Uncalibrated'),
      value: ofTen(sequence.uncalibrated[token] ?? NaN),
      paint: uncalibrated ? paint.simulated : null,
      name: l10n.t('uncalibrated'),
      quantity: 'uncalibrated',
    });
  }
  const mapped = mappedValue(sequence, token, rulers);
  if (rulers.byRange && Number.isFinite(mapped)) {
    all.push({
      label: l10n.t('Mapped'),
      value: formatActivation(mapped),
      paint: null,
      name: l10n.t('mapped'),
      quantity: 'mapped',
    });
  }
  const difference = differenceValue(sequence, token, rulers);
  if (Number.isFinite(difference)) {
    all.push({
      label: rulers.shared ? l10n.t('Difference') : l10n.t('Difference (mapped)'),
      value: `${difference > 0 ? '+' : ''}${formatActivation(difference)}`,
      paint: paint.difference,
      name: l10n.t('difference'),
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
    return Number.isNaN(value)
      ? l10n.t('no prediction')
      : l10n.t('no prediction (stored: {0})', text);
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
  return [said, position, ...numbers.map(saySigns)].join(', ');
}
