import type { Sequence } from '../../contract/protocol.ts';
import type { Match } from '../../contract/tokenProtocol.ts';
import type { Finding } from '../finder.ts';

/** Marks the matches of a search in the tokens drawn so far. */
export function markFound(
  list: HTMLElement,
  sequences: readonly Sequence[],
  { found, at }: Finding,
): void {
  for (const token of list.querySelectorAll('.t-found'))
    token.classList.remove('t-found', 't-found-current');
  if (!found) return;
  const positions = new Map(sequences.map(({ index }, position) => [index, position]));
  const mark = ({ sequence, from, to }: Match, ...classes: string[]) => {
    const position = positions.get(sequence);
    const text =
      position === undefined ? null : list.querySelector(`[data-sequence="${position}"]`);
    for (let token = from; text && token <= to; token++)
      text.querySelector(`[data-token="${token}"]`)?.classList.add(...classes);
  };
  for (const match of found.matches) mark(match, 't-found');
  const current = found.matches[at];
  if (current) mark(current, 't-found', 't-found-current');
}
