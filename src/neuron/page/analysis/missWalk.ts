import type { UnitsMap } from '../../../analysis/simulation.ts';
import type { Miss, Misses } from '../../../analysis/misses.ts';
import type { MissFilter } from '../../contract/protocol.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { say } from '../../../tokens/text/spell.ts';
import { ofTen } from '../../../tokens/text/units.ts';

/** The misses that a filter lets through, by rank: the worst ones, where there are more than were sent. */
export function filtered(misses: Misses, filter: MissFilter): readonly Miss[] {
  const ofKind = (kind: Miss['kind']) => misses.list.filter((miss) => miss.kind === kind);
  if (filter !== 'all') return ofKind(filter);
  // Where not all of a kind were sent, as many of both as were sent of that one are surely the worst.
  const sure = (['falsePositive', 'falseNegative'] as const).map((kind) => {
    const sent = ofKind(kind).length;
    return sent < countOf(misses, kind) ? sent : Infinity;
  });
  return misses.list.slice(0, Math.min(...sure));
}

/** How many misses a filter lets through, of which those that are listed may be the worst only. */
export function countOf({ falsePositives, falseNegatives }: Misses, filter: MissFilter): number {
  if (filter === 'all') return falsePositives + falseNegatives;
  return filter === 'falsePositive' ? falsePositives : falseNegatives;
}

/** The rank of the next miss, or the one before; the walk begins with the worst and goes round. Null where there are none. */
export function stepRank(rank: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (rank === null) return step === 1 ? 0 : count - 1;
  return (rank + step + count) % count;
}

export const kindNames: Readonly<Record<Miss['kind'], string>> = {
  falsePositive: 'false positive',
  falseNegative: 'false negative',
};

/** What a screen reader says on arriving at a miss. */
export function spokenMiss(
  miss: Miss,
  rank: number,
  count: number,
  { by }: Pick<UnitsMap, 'by'>,
): string {
  const { token, kind, actual, simulated, mapped, sequence } = miss;
  return [
    `Miss ${formatCount(rank + 1)} of ${formatCount(count)}`,
    kindNames[kind],
    say(token),
    `actual ${formatActivation(actual)}`,
    ...(by === 'range'
      ? [`simulated ${ofTen(simulated)}`, `mapped ${formatActivation(mapped)}`]
      : [`simulated ${formatActivation(simulated)}`]),
    `sequence ${formatCount(sequence + 1)}`,
  ]
    .join(', ')
    .replaceAll('\u2212', 'minus ');
}
