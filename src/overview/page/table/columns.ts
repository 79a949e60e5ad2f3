import * as l10n from '@vscode/l10n';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import type { ScoreKind } from '../../../model/score.ts';
import { capitalized, displayExplanation, displayScore } from '../../../text/display.ts';
import type { Column } from '../../contract/columns.ts';
import type { Row } from '../../contract/contract.ts';
import { formatCount } from '../../../text/number.ts';
import { ago, exact } from '../time.ts';

export interface TableColumn {
  readonly column: Column;
  readonly title: string;
  /** The full title, if `title` is short. */
  readonly meaning?: string;
  /** As wide as any usual text of the column; null if it fills the rest. */
  readonly widest: string | null;
  /** What fits even if there is too little room, if that is less. */
  readonly least?: string;
  readonly isNumber: boolean;
  /** Whether the first click sorts the largest first. */
  readonly descendingFirst: boolean;
  readonly show: (row: Row) => string;
  /** The whole text, if `show` shortens it or it may be cut off. */
  readonly tooltip?: (row: Row) => string | undefined;
}

const number = { isNumber: true, descendingFirst: true };
const score = ({ scores, remark }: Row, kind: number) =>
  remark === null ? displayScore(scores[kind] ?? null) : '';
/** There may be no room for the word. */
const undefinedScore = ({ scores }: Row, kind: number) =>
  scores[kind] === 'undefined' ? displayScore('undefined') : undefined;
const leastScore = displayScore(-1);
const explanationOf = ({ remark, explanation, more }: Row) =>
  remark ?? `${displayExplanation(explanation)}${more > 0 ? `  (+${more})` : ''}`;
const count = (value: number | null) => (value === null ? '' : formatCount(value));

/** The columns for kinds of scores, given by their keys. */
export function tableColumns(
  scoreKinds: readonly string[],
  anyUndefined: boolean,
): readonly TableColumn[] {
  const [preferred, ...others] = scoreKinds.map(scoreKindOf);
  const widest = anyUndefined ? displayScore('undefined') : leastScore;
  return [
    ...first,
    ...(preferred ? [preferredColumn(preferred, widest)] : []),
    explanation,
    ...others.map((kind, i) => scoreColumn(kind, i + 1, widest)),
    ...last,
  ];
}

function preferredColumn({ name, higherIsBetter }: ScoreKind, widest: string): TableColumn {
  return {
    column: 'score',
    title: l10n.t('Score'),
    meaning: l10n.t('{0} of the best explanation', capitalized(name)),
    widest,
    least: leastScore,
    isNumber: true,
    descendingFirst: higherIsBetter,
    show: (row) => score(row, 0),
    tooltip: (row) => undefinedScore(row, 0),
  };
}

function scoreColumn(
  { key, shortName, name, higherIsBetter }: ScoreKind,
  kind: number,
  widest: string,
): TableColumn {
  return {
    column: `score:${key}`,
    title: shortName,
    ...(shortName !== name && { meaning: capitalized(name) }),
    widest,
    least: leastScore,
    isNumber: true,
    descendingFirst: higherIsBetter,
    show: (row) => score(row, kind),
    tooltip: (row) => undefinedScore(row, kind),
  };
}

const first: readonly TableColumn[] = [
  {
    column: 'neuron',
    title: l10n.t('Neuron'),
    widest: '00:000000',
    isNumber: false,
    descendingFirst: false,
    show: ({ id }) => id,
  },
];

const explanation: TableColumn = {
  column: 'explanation',
  title: l10n.t('Explanation'),
  widest: null,
  isNumber: false,
  descendingFirst: false,
  show: explanationOf,
  tooltip: explanationOf,
};

const last: readonly TableColumn[] = [
  {
    column: 'sequences',
    title: l10n.t('Sequences'),
    widest: '0,000',
    ...number,
    show: (row) => count(row.sequences),
  },
  {
    column: 'tokens',
    title: l10n.t('Tokens'),
    widest: '000,000',
    ...number,
    show: (row) => count(row.tokens),
  },
  {
    column: 'problems',
    title: l10n.t('Problems'),
    widest: '000',
    ...number,
    show: ({ problems }) => (problems === 0 ? '' : formatCount(problems)),
  },
  {
    column: 'modified',
    title: l10n.t('Modified'),
    // The date of a day in May, whose name is wide.
    widest: ago(Date.UTC(2000, 4, 28)),
    ...number,
    show: ({ modified }) => (modified === null ? '' : ago(modified)),
    tooltip: ({ modified }) => (modified === null ? undefined : exact(modified)),
  },
];
