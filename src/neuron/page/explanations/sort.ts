import type { ExplanationSummary } from '../../contract/protocol.ts';
import { hasValue } from '../../../tokens/text/units.ts';

/** A score by its index, or the position in the file. */
export type SortKey = number | 'index';

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** As the host ranks them. */
export const initialSort: Sort = { key: 0, descending: true };

/** Explanations without a value are last in both directions. Equal ones keep their order. */
export function sorted(
  explanations: readonly ExplanationSummary[],
  { key, descending }: Sort,
): readonly ExplanationSummary[] {
  const valueOf = ({ index, scores }: ExplanationSummary) => {
    const value = key === 'index' ? index : scores[key]?.value;
    return value !== undefined && hasValue(value) ? value : null;
  };
  return explanations.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? y - x : x - y;
  });
}

/** Reverses the sorted column. Others start with the best score, or with the first in the file. */
export function nextSort(key: SortKey, sort: Sort): Sort {
  return { key, descending: sort.key === key ? !sort.descending : key !== 'index' };
}
