import type { Catalog } from '../../catalog/rows/catalog.ts';
import { unitLabel } from '../../model/unit.ts';
import { explanationText } from '../../text/display.ts';
import type { Row, Score } from '../contract/contract.ts';

/** Characters of an explanation. No screen shows more, and longer messages take time. */
const longest = 600;

export function rowOf(catalog: Catalog, id: number): Row {
  const known = catalog.row(id);
  const [best] = known?.explanations ?? [];
  return {
    key: catalog.key(id),
    id: unitLabel({ group: catalog.layer(id), unit: catalog.unit(id) }),
    score: scoreOf(best?.score),
    rSquared: scoreOf(best?.rSquared),
    absoluteDev: scoreOf(best?.absoluteDevExplained),
    explanation: shorten(explanationText(best?.text ?? null)),
    more: Math.max(0, (known?.explanations.length ?? 0) - 1),
    sequences: best?.sequences ?? null,
    tokens: best?.tokens ?? null,
    problems: known?.problemCount ?? 0,
    remark: known ? (known.failure ?? (best ? null : 'no explanations')) : 'pending',
  };
}

function scoreOf(score: number | null | undefined): Score {
  if (score === null || score === undefined) return null;
  return Number.isFinite(score) ? score : 'undefined';
}

function shorten(text: string | null): string | null {
  if (text === null || text.length <= longest) return text;
  return `${text.slice(0, longest).toWellFormed()}…`;
}
