import { floatOfWord } from '../../format/floatWords.ts';
import { wellFormed } from '../../text/visible.ts';
import { failedRow, type NeuronRow } from './neuronRow.ts';

/** How much of a file's head and of its tail is read for a provisional row, in bytes. */
export const headSize = 2048;
export const tailSize = 1024;

/** A file of this size, in bytes, or smaller is read as a whole about as quickly as its ends are. */
export const smallFile = 8 * (headSize + tailSize);

/**
 * A row from the head and the tail of a file as writers usually write it: the first explanation stands near the start, the scores of the
 * last one at the end, and most neurons have one. It has no counts and no problems. Undefined where the two say nothing. What
 * it says is to be confirmed by `decodeRow`: it is a guess.
 */
export function provisionalRow(head: Uint8Array, tail: Uint8Array): NeuronRow | undefined {
  const text = first(explanation, decode(head));
  if (text === undefined) return undefined;
  const scores = last(totals, decode(tail));
  try {
    return {
      explanations: [
        {
          text: wellFormed(JSON.parse(text) as string),
          score: numberOf(scores?.[1]),
          rSquared: numberOf(scores?.[2]),
          absoluteDevExplained: numberOf(scores?.[3]),
          sequences: 0,
          tokens: 0,
        },
      ],
      failure: undefined,
      problems: [],
      problemCount: 0,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    return failedRow(error);
  }
}

const explanation = /"explanation(?:_or_baseline)?"[ \t]*:[ \t]*("(?:[^"\\\u0000-\u001f]|\\.)*")/;
const score = String.raw`[ \t]*:[ \t]*(null|NaN|-?Infinity|"[A-Za-z+-]{1,9}"|-?[\d.]+(?:[eE][+-]?\d+)?)[ \t]*`;
/** Behind a list of objects, not of numbers: the scores of a whole simulation, not of one of its sequences. */
const totals = new RegExp(
  String.raw`[}\[][ \t]*\][ \t]*,[ \t]*"ev_correlation_score"${score},[ \t]*"rsquared_score"${score},[ \t]*"absolute_dev_explained_score"${score}`,
  'g',
);

function first(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[1];
}

function last(pattern: RegExp, text: string): RegExpMatchArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}

const decoder = new TextDecoder();
/** What is cut off in the middle of a character does not matter here. */
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

/** Null for a word that is not a number, as in the decoder. */
function numberOf(literal: string | undefined): number | null {
  if (literal === undefined || literal === 'null') return null;
  return literal.startsWith('"') ? (floatOfWord(literal.slice(1, -1)) ?? null) : Number(literal);
}
