import { displayExplanation, displayScore } from '../../../text/display.ts';
import type { Column, Row, Score } from '../../contract/contract.ts';
import { formatCount } from '../../../text/number.ts';

export interface TableColumn {
  readonly column: Column;
  readonly title: string;
  /** The full title, if `title` is short. */
  readonly meaning?: string;
  readonly isNumber: boolean;
  /** Whether the first click sorts the largest first. */
  readonly descendingFirst: boolean;
  readonly show: (row: Row) => string;
}

const number = { isNumber: true, descendingFirst: true };
const score = (value: Score, row: Row) => (row.remark === null ? displayScore(value) : '');
const count = (value: number | null) => (value === null ? '' : formatCount(value));

export const tableColumns: readonly TableColumn[] = [
  {
    column: 'neuron',
    title: 'Neuron',
    isNumber: false,
    descendingFirst: false,
    show: ({ id }) => id,
  },
  {
    column: 'score',
    title: 'Score',
    meaning: 'EV correlation of the best explanation',
    ...number,
    show: (row) => score(row.score, row),
  },
  {
    column: 'explanation',
    title: 'Explanation',
    isNumber: false,
    descendingFirst: false,
    show: ({ remark, explanation, more }) =>
      remark ?? `${displayExplanation(explanation)}${more > 0 ? `  (+${more})` : ''}`,
  },
  { column: 'rSquared', title: 'R²', ...number, show: (row) => score(row.rSquared, row) },
  {
    column: 'absoluteDev',
    title: 'Abs. dev.',
    meaning: 'Absolute deviation explained',
    ...number,
    show: (row) => score(row.absoluteDev, row),
  },
  { column: 'sequences', title: 'Sequences', ...number, show: (row) => count(row.sequences) },
  { column: 'tokens', title: 'Tokens', ...number, show: (row) => count(row.tokens) },
  {
    column: 'problems',
    title: 'Problems',
    ...number,
    show: ({ problems }) => (problems === 0 ? '' : formatCount(problems)),
  },
];
