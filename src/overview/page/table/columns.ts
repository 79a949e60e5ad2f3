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
  /** In pixels; explanations fill the rest. */
  readonly width: number;
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
const explanationOf = ({ remark, explanation, more }: Row) =>
  remark ?? `${displayExplanation(explanation)}${more > 0 ? `  (+${more})` : ''}`;
const count = (value: number | null) => (value === null ? '' : formatCount(value));

/** The columns for kinds of scores, given by their keys. */
export function tableColumns(scoreKinds: readonly string[]): readonly TableColumn[] {
  const [preferred, ...others] = scoreKinds.map(scoreKindOf);
  return [
    ...first,
    ...(preferred ? [preferredColumn(preferred)] : []),
    explanation,
    ...others.map((kind, i) => scoreColumn(kind, i + 1)),
    ...last,
  ];
}

/** For the grid's style: its columns, and its least width. */
export function gridColumns(columns: readonly TableColumn[]): Record<string, string> {
  const widths = columns.map(({ column, width }) =>
    column === 'explanation' ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  return { '--columns': widths.join(' '), '--least': `${least}px` };
}

function preferredColumn({ name, higherIsBetter }: ScoreKind): TableColumn {
  return {
    column: 'score',
    title: l10n.t('Score'),
    meaning: l10n.t('{0} of the best explanation', capitalized(name)),
    width: 80,
    isNumber: true,
    descendingFirst: higherIsBetter,
    show: (row) => score(row, 0),
  };
}

function scoreColumn(
  { key, shortName, name, higherIsBetter }: ScoreKind,
  kind: number,
): TableColumn {
  return {
    column: `score:${key}`,
    title: shortName,
    ...(shortName !== name && { meaning: capitalized(name) }),
    width: Math.max(72, 24 + 8 * shortName.length),
    isNumber: true,
    descendingFirst: higherIsBetter,
    show: (row) => score(row, kind),
  };
}

const first: readonly TableColumn[] = [
  {
    column: 'neuron',
    title: l10n.t('Neuron'),
    width: 88,
    isNumber: false,
    descendingFirst: false,
    show: ({ id }) => id,
  },
];

const explanation: TableColumn = {
  column: 'explanation',
  title: l10n.t('Explanation'),
  width: 220,
  isNumber: false,
  descendingFirst: false,
  show: explanationOf,
  tooltip: explanationOf,
};

const last: readonly TableColumn[] = [
  {
    column: 'sequences',
    title: l10n.t('Sequences'),
    width: 108,
    ...number,
    show: (row) => count(row.sequences),
  },
  {
    column: 'tokens',
    title: l10n.t('Tokens'),
    width: 84,
    ...number,
    show: (row) => count(row.tokens),
  },
  {
    column: 'problems',
    title: l10n.t('Problems'),
    width: 100,
    ...number,
    show: ({ problems }) => (problems === 0 ? '' : formatCount(problems)),
  },
  {
    column: 'modified',
    title: l10n.t('Modified'),
    width: 116,
    ...number,
    show: ({ modified }) => (modified === null ? '' : ago(modified)),
    tooltip: ({ modified }) => (modified === null ? undefined : exact(modified)),
  },
];
