import * as l10n from '@vscode/l10n';
import type { UnitsMap } from '../../../analysis/simulation.ts';
import type { Miss, Misses } from '../../../analysis/misses.ts';
import type { MissFilter } from '../../contract/protocol.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { say, saySigns } from '../../../tokens/text/spell.ts';
import { ofTen } from '../../../tokens/text/units.ts';

/** By rank. If not all were sent, only those that are surely the worst. */
export function filtered(misses: Misses, filter: MissFilter): readonly Miss[] {
  const ofKind = (kind: Miss['kind']) => misses.list.filter((miss) => miss.kind === kind);
  if (filter !== 'all') return ofKind(filter);
  // After the last miss sent of one kind, an unsent one may be larger than the next of the other.
  const sure = (['falsePositive', 'falseNegative'] as const).map((kind) => {
    const sent = ofKind(kind).length;
    return sent < countOf(misses, kind) ? sent : Infinity;
  });
  return misses.list.slice(0, Math.min(...sure));
}

/** Counts all misses that pass the filter, not only those sent. */
export function countOf({ falsePositives, falseNegatives }: Misses, filter: MissFilter): number {
  if (filter === 'all') return falsePositives + falseNegatives;
  return filter === 'falsePositive' ? falsePositives : falseNegatives;
}

/** Starts with the worst and wraps around. Null if there are no misses. */
export function stepRank(rank: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (rank === null) return step === 1 ? 0 : count - 1;
  return (rank + step + count) % count;
}

export const kindNames: Readonly<Record<Miss['kind'], string>> = {
  falsePositive: l10n.t('false positive'),
  falseNegative: l10n.t('false negative'),
};

/** What a screen reader says on arrival at a miss. */
export function spokenMiss(
  miss: Miss,
  rank: number,
  count: number,
  { by }: Pick<UnitsMap, 'by'>,
): string {
  const { token, kind, actual, simulated, mapped, sequence } = miss;
  const value = (activation: number) => saySigns(formatActivation(activation));
  return [
    l10n.t('Miss {0} of {1}', formatCount(rank + 1), formatCount(count)),
    kindNames[kind],
    say(token),
    l10n.t('actual {0}', value(actual)),
    ...(by === 'range'
      ? [l10n.t('simulated {0}', saySigns(ofTen(simulated))), l10n.t('mapped {0}', value(mapped))]
      : [l10n.t('simulated {0}', value(simulated))]),
    l10n.t('sequence {0}', formatCount(sequence + 1)),
  ].join(', ');
}
