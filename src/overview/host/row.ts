import * as l10n from '@vscode/l10n';
import type { Catalog } from '../../catalog/rows/catalog.ts';
import { scoreValue } from '../../model/score.ts';
import { unitLabel } from '../../model/unit.ts';
import { explanationText } from '../../text/display.ts';
import type { Row } from '../contract/contract.ts';

/** Characters of an explanation. No screen shows more, and longer messages take time. */
const longest = 600;

export function rowOf(catalog: Catalog, id: number): Row {
  const known = catalog.row(id);
  const modified = catalog.modified(id);
  const [best] = known?.explanations ?? [];
  // Both ends of a file do not tell the counts.
  const counted = best && (best.sequences > 0 || catalog.state(id) === 'exact') ? best : null;
  return {
    key: catalog.key(id),
    id: unitLabel({ group: catalog.layer(id), unit: catalog.unit(id) }),
    scores: best?.scores.map(scoreValue) ?? [],
    explanation: shorten(explanationText(best?.text ?? null)),
    more: Math.max(0, (known?.explanations.length ?? 0) - 1),
    sequences: counted?.sequences ?? null,
    tokens: counted?.tokens ?? null,
    problems: known?.problemCount ?? 0,
    modified: Number.isNaN(modified) ? null : modified / 1000,
    remark: known
      ? (known.failure ?? (best ? null : l10n.t('no explanations')))
      : l10n.t('pending'),
  };
}

function shorten(text: string | null): string | null {
  if (text === null || text.length <= longest) return text;
  return `${text.slice(0, longest).toWellFormed()}…`;
}
