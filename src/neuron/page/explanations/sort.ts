import type { ExplanationSummary } from '../../contract/protocol.ts';
import { hasValue } from '../../../tokens/text/scoreValue.ts';

/** What the table sorts by: a score by its index, or the place in the file. */
export type SortKey = number | 'place';

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** As the host ranks them. */
export const initialSort: Sort = { key: 0, descending: true };

/** Those without a value come last, whichever way; those that are equal stay in the order that they have. */
export function sorted(
  explanations: readonly ExplanationSummary[],
  { key, descending }: Sort,
): readonly ExplanationSummary[] {
  const valueOf = ({ index, scores }: ExplanationSummary) => {
    const value = key === 'place' ? index : scores[key]?.value;
    return value !== undefined && hasValue(value) ? value : null;
  };
  return explanations.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? y - x : x - y;
  });
}

/** The order after a click on a title: the other way where it is sorted by it, else what one looks for first. */
export function nextSort(key: SortKey, sort: Sort): Sort {
  return { key, descending: sort.key === key ? !sort.descending : key !== 'place' };
}
