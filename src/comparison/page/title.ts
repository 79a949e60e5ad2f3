import * as l10n from '@vscode/l10n';
import type { ExplanationSummary } from '../../neuron/contract/protocol.ts';
import type { ComparedRow, ComparedSide, Comparison, SideName } from '../contract/contract.ts';
import {
  describeToken,
  type Reading,
  spokenOf,
  type TokenDescription,
} from '../../tokens/text/describe.ts';
import type { Scheme } from '../../tokens/colour/scheme.ts';

export function titleOf({ left, right }: Comparison): string {
  return left.content.uri === right.content.uri
    ? l10n.t('{0}: two explanations', left.content.title)
    : l10n.t('{0} and {1}', sideTitle(left), sideTitle(right));
}

/** A side's name in tables and legends: its letter alone if both sides have one neuron. */
export function nameOf({ left, right }: Comparison, side: SideName): string {
  const letter = side === 'left' ? 'A' : 'B';
  if (left.content.title === right.content.title) return letter;
  return `${letter} (${(side === 'left' ? left : right).content.title})`;
}

/** The compared explanation of a side; null if it has none. */
export function explanationOf({ content, explanation }: ComparedSide): ExplanationSummary | null {
  if (content.kind !== 'neuron') return null;
  return content.explanations.find(({ index }) => index === explanation) ?? null;
}

/** The neuron, with its directory if the two sides are in different ones. */
function sideTitle({ content, directory }: ComparedSide): string {
  return directory === '' ? content.title : `${content.title} · ${directory}`;
}

const letters: Readonly<Record<SideName, string>> = { left: 'A', right: 'B' };

/** One card for a token that has the same activation on both sides. */
export function describeBoth(
  { left, right }: ComparedRow,
  token: number,
  schemes: Readonly<Record<SideName, Scheme>>,
): TokenDescription | null {
  if (!left || !right) return null;
  const a = describeToken(left, token, schemes.left.rulersFor(left));
  const b = describeToken(right, token, schemes.right.rulersFor(right));
  const readings = [
    ...a.readings.filter(({ quantity }) => quantity === 'actual'),
    ...named('left', a.readings),
    ...named('right', b.readings),
  ];
  return { ...a, readings, spoken: spokenOf({ ...a, readings }) };
}

const shown: readonly Reading['quantity'][] = ['simulated', 'mapped', 'difference'];

function named(side: SideName, readings: readonly Reading[]): readonly Reading[] {
  return readings
    .filter(({ quantity }) => shown.includes(quantity))
    .map((reading) => ({
      ...reading,
      label: `${letters[side]}: ${reading.label}`,
      name: `${letters[side]} ${reading.name}`,
    }));
}
