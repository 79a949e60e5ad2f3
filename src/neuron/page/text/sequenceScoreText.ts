import { scoreKinds } from '../../../analysis/scoreKinds.ts';
import { capitalized } from '../../../analysis/scoreText.ts';
import { displayScore } from '../../../text/display.ts';
import type { Score, Sequence } from '../../contract/protocol.ts';
import { plural } from '../../../text/number.ts';
import { scoreText } from './scoreText.ts';

/** `without` is the preferred score without the sequence, undefined until known. */
export function sequenceScoreText(sequence: Sequence, without: Score | undefined): string {
  const [evCorrelation, ...others] = scoreKinds;
  return [
    textOf(sequence, evCorrelation),
    ...(without === undefined
      ? []
      : [`Without this sequence: ${displayScore(without ?? 'undefined')}.`]),
    ...others.filter(({ kind }) => disagrees(sequence, kind)).map((kind) => textOf(sequence, kind)),
  ].join(' ');
}

/** Empty if no score disagrees. */
export function sequenceWarning(sequence: Sequence): string {
  return scoreKinds
    .filter(({ kind }) => disagrees(sequence, kind))
    .map((kind) => textOf(sequence, kind))
    .join(' ');
}

type Kind = (typeof scoreKinds)[number];

function disagrees({ verdicts }: Sequence, kind: Kind['kind']): boolean {
  return verdicts[kind].kind === 'disagree';
}

function textOf(sequence: Sequence, { kind, name }: Kind): string {
  const { tokens: all, scores, recomputed, verdicts } = sequence;
  const count = plural(all.length, 'token');
  const text = scoreText(verdicts[kind], kind, scores[kind], recomputed[kind], count);
  const stored = scores[kind] === null ? 'not in the file' : text.stored;
  const why = text.why === '' ? '' : `, ${text.why}`;
  const of = `${capitalized(name)} of this sequence`;
  return [`${of}: ${stored}${why}.`, text.tokens, text.reason]
    .filter((part) => part !== '')
    .join(' ');
}
